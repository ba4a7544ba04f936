#pragma once

#include "core/backend/vault_backend.h"

#include <QFrame>
#include <QTimer>

class QListWidget;
class QListWidgetItem;

namespace latchkey::ui {

/// Environments and smart filters with live counts. One list, one choice.
class Sidebar : public QFrame {
    Q_OBJECT
public:
    Sidebar(VaultBackend &backend, QWidget *parent = nullptr);
    void setThresholds(const Thresholds &t);
    void choose(std::optional<Environment> environment, SmartFilter smart);
    [[nodiscard]] std::optional<Environment> environment() const { return m_environment; }
    [[nodiscard]] SmartFilter smart() const { return m_smart; }
    void refreshCounts();
    static constexpr int Width = 208;

signals:
    void chosen(std::optional<latchkey::Environment> environment, latchkey::SmartFilter smart);

private:
    void build();
    void heading(const QString &text);
    QListWidgetItem *row(const QString &text, const QString &icon, const QString &tip);
    void showCounts(const SidebarCounts &c);
    void currentChanged();

    VaultBackend &m_backend;
    Thresholds m_thresholds;
    QListWidget *m_list;
    QHash<QListWidgetItem *, std::optional<Environment>> m_environments;
    QHash<QListWidgetItem *, SmartFilter> m_smarts;
    std::optional<Environment> m_environment;
    SmartFilter m_smart = SmartFilter::None;
    QTimer m_later;
    bool m_choosing = false;
};

} // namespace latchkey::ui
