#pragma once

#include "ui/permissions/permission_model.h"

#include <QTreeView>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace latchkey::ui {

class FailedRequest;

/// The view of the matrix: arrows left and right walk the levels, Space chooses, Enter expands, letters go to
/// the filter.
class PermissionView : public QTreeView {
    Q_OBJECT
public:
    explicit PermissionView(PermissionModel *model, QWidget *parent = nullptr);
    void activateCell(const QModelIndex &index);
    void setCompact(bool compact); ///< for a narrow pane
    /// Brings the current row into view, also in the scroll area that this view stands in.
    void showCurrent();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void keyboardSearch(const QString &) override {}

signals:
    void typed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *e) override;
    void focusInEvent(QFocusEvent *e) override;
    void mouseReleaseEvent(QMouseEvent *e) override;
    void resizeEvent(QResizeEvent *e) override;
    bool event(QEvent *e) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void takeKey(QKeyEvent *e);
    void step(int direction);
    void divideWidth();
    PermissionModel *m_model;
    int m_levelColumn = 0; ///< where the arrows came from when they reached the scopes
};

/// Filter and matrix. What a form embeds and what the detail pane shows read-only.
class PermissionTree : public QWidget {
    Q_OBJECT
public:
    PermissionTree(const Catalogue &catalogue, const Principal &principal, QWidget *parent = nullptr);
    void setScopes(const ScopeSet &scopes, const ScopeSet &base = {});
    [[nodiscard]] ScopeSet scopes() const { return m_model->scopes(); }
    /// More permissions, brought into view.
    void addScopes(const ScopeSet &scopes);
    void setType(KeyType type);
    void setCatalogue(const Catalogue &catalogue) { m_model->setCatalogue(catalogue); } ///< the scopes stay
    void setReadOnly(bool on);
    /// Shows what is granted and nothing else, as it is at that moment.
    void setGrantedOnly(bool on);
    /// A menu that takes the permissions of a template or of another key.
    void offerStart();
    [[nodiscard]] PermissionModel &model() { return *m_model; }
    [[nodiscard]] PermissionView &view() { return *m_view; }
    [[nodiscard]] QLineEdit &filter() { return *m_filter; }
    [[nodiscard]] FailedRequest &failedRequest() { return *m_failed; }
    void askForFailedRequest(bool open);

signals:
    void scopesChanged();
    void copyRequested(); ///< "Copy from key…"

protected:
    /// Whoever is led here comes to the view. It is no focus proxy: Tab would go there past the filter and
    /// the buttons over it, and only Shift+Tab would reach them.
    void focusInEvent(QFocusEvent *e) override;

private:
    void applyFilter();
    bool applyFilter(const QString &text, const QModelIndex &parent);
    void bringIntoView(const Scope &scope);
    void fillStart();
    void expandResources();
    void spanScopes(const QModelIndex &parent); ///< a scope has no levels: its text takes the row
    PermissionModel *m_model;
    QLineEdit *m_filter; // made in the order in which Tab goes through them
    QToolButton *m_granted;
    QPushButton *m_start, *m_askFailed;
    FailedRequest *m_failed;
    QLabel *m_none; ///< in place of the view where there is nothing to choose
    PermissionView *m_view;
    QMenu *m_startMenu = nullptr;
};

} // namespace latchkey::ui
