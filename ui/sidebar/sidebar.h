#pragma once

#include "core/backend/vault_backend.h"

#include <QFrame>
#include <QTimer>

class QListWidget;
class QListWidgetItem;

namespace latchkey::ui {

/// A page of the window, as the sidebar lists it.
struct SidebarPage {
    QString id, text, icon, tip;
};

/// A connection, as the sidebar lists it; a null id means all of them together.
struct SidebarConnection {
    KeyId id;
    QString text, icon, tip;
    QString state = {}; ///< at the far end: what is the matter with it
    bool chosen = false;
};

/// Environments and smart filters with live counts, and the other pages of the window. One list, one choice
/// of each.
class Sidebar : public QFrame {
    Q_OBJECT
public:
    Sidebar(VaultBackend &backend, QWidget *parent = nullptr);
    void setThresholds(const Thresholds &t);
    void choose(std::optional<Environment> environment, SmartFilter smart);
    /// As if a person had: the window follows.
    void go(std::optional<Environment> environment, SmartFilter smart);
    [[nodiscard]] std::optional<Environment> environment() const { return m_environment; }
    [[nodiscard]] SmartFilter smart() const { return m_smart; }
    void setWithoutEnvironment(bool on); ///< only keys without one are shown now
    void setPages(const QList<SidebarPage> &pages);
    void setConnections(const QList<SidebarConnection> &connections); ///< at the top; none: no heading either
    void setSaved(const QStringList &names); ///< filters that the person saved, in this order
    void setSavedCount(const QString &name, const KeyCount &count);
    [[nodiscard]] const Thresholds &thresholds() const { return m_thresholds; }
    void choosePage(const QString &id); ///< empty: the keys
    void refreshCounts();
    static constexpr int Width = 208;

protected:
    void leaveEvent(QEvent *e) override;

signals:
    void chosen(std::optional<latchkey::Environment> environment, latchkey::SmartFilter smart);
    /// Keys without an environment are wanted, or those of one again: a term of the search box, not a choice.
    void withoutEnvironmentChosen(bool on);
    void savedChosen(const QString &name);
    void savedCountsWanted(); ///< the others are counted now
    void savedRenameWanted(const QString &name);
    void savedRemoveWanted(const QString &name);
    void pageChosen(const QString &id);
    /// Clicked, or Enter was pressed on it: arrows only pass by.
    void connectionChosen(const latchkey::KeyId &id);

private:
    void build();
    QListWidgetItem *heading(const QString &text);
    QListWidgetItem *row(const QString &text, const QString &icon, const QString &tip);
    void showCounts(const SidebarCounts &c);
    void showCount(QListWidgetItem *item, qint64 keys, qint64 unread);
    [[nodiscard]] bool isOffered(SmartFilter filter) const;
    void offerFilters();
    void currentChanged();
    void savedMenu(const QPoint &at);
    void markChosen();
    void fitWidth();
    bool m_counted = false; ///< the counts of the vault have come
    SidebarCounts m_counts; ///< as last shown

    VaultBackend &m_backend;
    Thresholds m_thresholds;
    QListWidget *m_list;
    QHash<QListWidgetItem *, std::optional<Environment>> m_environments;
    QListWidgetItem *m_withoutRow = nullptr; ///< there as soon as there are such keys
    QHash<QListWidgetItem *, SmartFilter> m_smarts;
    QHash<QListWidgetItem *, QString> m_pages, m_saved;
    QHash<QListWidgetItem *, KeyId> m_connections;
    QList<QListWidgetItem *> m_connectionRows; ///< the heading first
    QListWidgetItem *m_savedHeading = nullptr;
    QString m_page;
    std::optional<Environment> m_environment;
    bool m_without = false;
    SmartFilter m_smart = SmartFilter::None;
    QTimer m_later;
    bool m_choosing = false;
};

} // namespace latchkey::ui
