#pragma once

#include "ui/keys/key_delegate.h"
#include "ui/keys/key_selection.h"
#include "ui/keys/key_table_model.h"

#include <QDeadlineTimer>
#include <QTableView>
#include <QTimer>
#include <array>

namespace latchkey::ui {

class RevealedToken;
class Settings;

/// The table. A row is one tab stop; arrows move inside; Space, Enter and F2 work in the cells that have
/// parts.
class KeyTableView : public QTableView {
    Q_OBJECT
public:
    KeyTableView(KeyTableModel &model, RevealedToken &revealed, QWidget *parent = nullptr);
    [[nodiscard]] const KeyDelegate &delegate() const { return *m_delegate; }
    [[nodiscard]] KeyDelegate &delegate() { return *m_delegate; }
    [[nodiscard]] const KeyTableModel &keys() const { return m_model; }
    void setDensity(int rowHeight);
    /// Columns, widths, order and sort of this vault.
    void restoreState(const QVariantMap &state);
    [[nodiscard]] QVariantMap saveState() const;
    void showColumnSet(ColumnSet set);
    void showColumn(int column, bool shown);
    /// Chosen to be shown, though there may be no room for it now.
    [[nodiscard]] bool isWanted(int column) const { return m_shown[static_cast<size_t>(column)]; }
    /// A column that is hidden elsewhere, behind the name; before restoreState().
    void showFirst(KeyColumn column);

    [[nodiscard]] KeyId currentKey() const;
    /// As ranges: a million selected rows cost nothing.
    [[nodiscard]] qsizetype selectedCount() const;
    [[nodiscard]] KeySelection selection() const;
    void select(const KeyId &id);
    /// All of these, as soon as a list has them all; until somebody selects something else, or a moment is
    /// over.
    void selectWhenThere(const QList<KeyId> &ids);
    void choose(const QModelIndex &index); ///< the current row and the only one selected
    /// Rows as tab-separated text in the columns shown, with the masked key; cells that a spreadsheet would
    /// run are quoted.
    [[nodiscard]] QString asText(const QList<ApiKey> &keys) const;
    /// Calls `f` when what the columns shown say of these keys is known.
    void whenTextKnown(const QList<ApiKey> &keys, const std::function<void()> &f);
    void chooseColumns(); ///< by the menu of the header
    void press(CellPart part, const QModelIndex &index);
    void keyboardSearch(const QString &) override {
    } // a search of a million rows for each letter: the search box does it

signals:
    void partPressed(latchkey::ui::CellPart part, const latchkey::KeyId &id);
    void opened(const latchkey::KeyId &id);
    void rowMenuRequested(const QPoint &global);
    void currentKeyChanged(const latchkey::KeyId &id);
    void selectionCountChanged();
    /// Nothing in the window takes these keys now: a command that they stand for is disabled.
    void keysUnused(const QKeySequence &keys);
    void sortRequested(const latchkey::KeySort &sort);

protected:
    void mousePressEvent(QMouseEvent *e) override;
    void mouseReleaseEvent(QMouseEvent *e) override;
    void mouseMoveEvent(QMouseEvent *e) override;
    void mouseDoubleClickEvent(QMouseEvent *e) override;
    void leaveEvent(QEvent *e) override;
    void keyPressEvent(QKeyEvent *e) override;
    void contextMenuEvent(QContextMenuEvent *e) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    void selectionChanged(const QItemSelection &now, const QItemSelection &before) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;
    void focusInEvent(QFocusEvent *e) override;
    void resizeEvent(QResizeEvent *e) override;

private:
    void headerMenu(const QPoint &pos);
    void headerClicked(int column);
    void fitColumns();
    int hideWhatHasNoRoom(int room);
    [[nodiscard]] int least(int column) const;
    [[nodiscard]] int wanted(int column) const;
    void tellVisible();
    void remember();
    void putBack(bool sameQuery);
    void selectAgain(const KeySelection &keys, bool all);
    void selectAwaited();
    void keepSelected();
    [[nodiscard]] CellPart hit(const QPoint &pos, QModelIndex *index) const;

    KeyTableModel &m_model;
    KeyDelegate *m_delegate;
    struct Place {
        KeyId current, top;
        int row = 0, column = 0;
        KeySelection selected;
        bool all = false;  ///< every row was selected
        bool more = false; ///< and the list had only the first of its rows yet
    } m_place;
    QList<KeyId> m_awaited; ///< to be selected when the list has them
    KeyId m_missing;        ///< one of them that the last list did not have
    QDeadlineTimer m_awaitedUntil;
    bool m_restoring = false;
    bool m_chosen = false; ///< the current row, by a person or a command; else it is just the first
    std::array<int, KeyColumnCount> m_wanted{}; ///< widths a person chose, or the usual ones
    std::array<bool, KeyColumnCount> m_shown{}; ///< as chosen, whether there is room or not
    bool m_fitting = false;
    QTimer m_visible; ///< the rows on the screen are told when they have stood for a moment
};

} // namespace latchkey::ui
