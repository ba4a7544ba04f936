#pragma once

#include "core/services/key_service.h"
#include "ui/dialogs/form/dialog_context.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace latchkey::ui {

class ChangesPanel;
class ConflictPanel;
class CreateController;
class SheetBand;
class InlineGuard;
class KeyForm;

/// Edit a key in the same form; environment and type are fixed. Shows what Save will change, asks when
/// permissions are taken away, and settles conflicts field by field.
class EditWindow : public QDialog {
    Q_OBJECT
public:
    explicit EditWindow(const DialogContext &context, QWidget *parent = nullptr);
    ~EditWindow() override;
    void start(const ApiKey &key);
    [[nodiscard]] const ApiKey &key() const { return m_key; }
    [[nodiscard]] KeyForm &form() { return *m_form; }
    [[nodiscard]] ConflictPanel &conflict() { return *m_conflict; }
    [[nodiscard]] ChangesPanel &changes() { return *m_changes; }
    void save();
    void reject() override;

signals:
    void saved(const latchkey::ApiKey &before, const latchkey::ApiKey &after);

protected:
    void closeEvent(QCloseEvent *e) override;

private:
    QWidget *buildFormPage();
    void refresh();
    void store(const KeyConfig &config);
    void settle(const KeyConfig &mine);
    void takeMerged();
    void showFailure(const Error &error);
    [[nodiscard]] KeyConfig edited() const; ///< in canonical form

    DialogContext m_context;
    CreateController *m_controller;
    ApiKey m_key;
    QStackedWidget *m_pages;
    SheetBand *m_band;
    KeyForm *m_form = nullptr;
    ChangesPanel *m_changes = nullptr;
    ConflictPanel *m_conflict;
    InlineGuard *m_discard = nullptr;
    InlineGuard *m_reduce = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_save = nullptr;
    bool m_busy = false;
    bool m_closing = false;
};

} // namespace latchkey::ui
