#pragma once

#include "core/services/key_service.h"
#include "ui/catalogue/catalogue_tree.h"
#include "ui/commands/page.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

class QDialog;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace latchkey::ui {

class CatalogueForm;
class Feedback;
class InlineGuard;
class ResourceForm;
class ReviewView;
class ScopeForm;
class TemplateForm;

/// The editor of the vault's permission catalogue: a draft that is changed here, reviewed with the keys that
/// it touches, and then saved as one step that can be undone.
class CataloguePage final : public QWidget, public Page {
    Q_OBJECT
public:
    CataloguePage(KeyService &service, Feedback &feedback, QWidget *parent = nullptr);
    bool escape() override;
    bool mayGo(const std::function<void()> &leave) override;
    [[nodiscard]] QHash<QString, QAbstractButton *> buttons() const override;
    [[nodiscard]] const CatalogueDraft &draft() const { return m_draft; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] CatalogueTree &tree() { return *m_tree; }
    [[nodiscard]] ReviewView &reviewView() { return *m_review; }
    /// Reads the file elsewhere, then takes its catalogue as the draft, or says where it is wrong.
    void importFile(const QString &path);
    void exportFile(const QString &path);
    void askForImport(); ///< for the file
    void askForExport();
    /// Takes another catalogue as the draft, to be reviewed and saved. Asks before it drops what isn't saved.
    void replaceWith(const Catalogue &catalogue, const QString &action);
    void discard();
    void review();
    void save();

signals:
    void dirtyChanged(bool dirty);

private:
    QWidget *makeEditor();
    QWidget *makeHeader();
    QWidget *makeTools();
    QWidget *makeForms();
    void turnTo(int index);
    void load(); ///< the vault's catalogue, as it is now
    void showPlace(const CataloguePlace &place);
    void formEdited();
    void change(const CataloguePlace &place);
    void check();
    void showWhyNot(); ///< on the buttons below the editor
    void catalogueChanged();
    void saved(const CatalogueDraft &before, const CatalogueDraft &after, qint64 version);
    /// An undo or redo: the change from one to the other, made on the catalogue as it is.
    void carryOver(const CatalogueDraft &from, const CatalogueDraft &to, bool undo);
    void take(const Catalogue &catalogue, const QString &action);
    void ask(const QString &question, std::function<void()> leave);

    KeyService &m_service;
    Feedback &m_feedback;
    Catalogue m_base;
    qint64 m_baseVersion = 0;
    qint64 m_written = 0; ///< the version of this window's last change
    CatalogueDraft m_draft;
    QList<FieldError> m_errors;
    QString m_action = QStringLiteral("catalogue.edit");
    QStackedWidget *m_stack, *m_forms = nullptr;
    CatalogueTree *m_tree = nullptr;
    ReviewView *m_review;
    CatalogueForm *m_catalogueForm = nullptr;
    ResourceForm *m_resourceForm = nullptr;
    ScopeForm *m_scopeForm = nullptr;
    TemplateForm *m_templateForm = nullptr;
    QLabel *m_state = nullptr;
    QToolButton *m_add = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
    QPushButton *m_discard = nullptr, *m_reviewButton = nullptr, *m_import = nullptr, *m_from = nullptr;
    QAction *m_addScope = nullptr;
    QPointer<QDialog> m_sheet;
    InlineGuard *m_guard = nullptr;
    std::function<void()> m_leave; ///< what the guard's answer lets go on
    bool m_stale = false;          ///< somebody else saved another catalogue meanwhile
    int m_read = 0;                ///< files asked for; the latest counts
    QThreadPool m_pool;            // last: waits for its thread first
};

} // namespace latchkey::ui
