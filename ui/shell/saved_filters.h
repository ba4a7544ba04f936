#pragma once

#include "core/model/key_filter.h"

#include <QObject>
#include <QVariantMap>

namespace latchkey::ui {

class MainWindow;

/// Filters that the person gave a name: kept with the vault's settings, listed in the sidebar.
class SavedFilters : public QObject {
    Q_OBJECT
public:
    explicit SavedFilters(MainWindow &window);
    [[nodiscard]] QStringList names() const;
    void askForName(); ///< of what the table shows now
    void save(const QString &name);
    void apply(const QString &name);
    void askForNewName(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name); ///< with Undo
    static constexpr int LongestName = 60;

private:
    [[nodiscard]] QVariantMap all() const;
    void store(const QVariantMap &filters);
    void show();
    /// Asks how many keys each finds.
    void count();
    [[nodiscard]] QString problemOf(const QString &name, const QString &but) const;

    MainWindow &m_window;
};

} // namespace latchkey::ui
