#pragma once

#include <QObject>
#include <QTimeZone>
#include <QVariant>
#include <memory>
#include <optional>

class QSettings;

namespace latchkey::ui {

/// One row of the typed table: key, default, and what values are allowed. A bad stored value reads as the
/// default.
template<typename T>
struct Setting {
    const char *key;
    T fallback;
    T least = T{};
    T most = T{};
};

namespace setting {
inline constexpr Setting<int> Theme{"appearance/theme", 0, 0, 2};        ///< ThemeChoice
inline constexpr Setting<int> Density{"appearance/density", 28, 24, 40}; ///< row height: 24, 28, 40
inline constexpr Setting<int> TimeZone{"appearance/timeZone", 0, 0, 1};  ///< 0 local, 1 UTC
inline constexpr Setting<bool> ReduceMotion{"appearance/reduceMotion", false};
inline constexpr Setting<int> ClipboardSeconds{"security/clipboardSeconds", 30, 5, 600};
inline constexpr Setting<int> RevealSeconds{"security/revealSeconds", 30, 5, 300};
inline constexpr Setting<int> AutoLockMinutes{"security/autoLockMinutes", 10, 0, 240}; ///< 0 = never
inline constexpr Setting<int> ExpiringDays{"thresholds/expiringDays", 14, 1, 365};
inline constexpr Setting<int> NeverUsedDays{"thresholds/neverUsedDays", 7, 1, 365};
inline constexpr Setting<int> UnusedDays{"thresholds/unusedDays", 90, 1, 3650};
inline constexpr Setting<bool> DailyDigest{"notifications/dailyDigest", true};
} // namespace setting

/// Settings on disk (0600), typed. GUI thread. Never holds a secret.
class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;
    [[nodiscard]] QString fileName() const;
    /// Writes now, with the owner's rights only. False if the disk did not take it.
    bool flush();
    [[nodiscard]] int get(const Setting<int> &s) const;
    [[nodiscard]] bool get(const Setting<bool> &s) const;
    void set(const Setting<int> &s, int v);
    void set(const Setting<bool> &s, bool v);
    /// State kept per vault: columns, sort, splitters, window size … as a versioned map, not an opaque blob.
    [[nodiscard]] QVariantMap vaultState(const QString &vaultId, const QString &part) const;
    void setVaultState(const QString &vaultId, const QString &part, const QVariantMap &state);
    /// Remapped shortcuts: command id → portable text.
    [[nodiscard]] QVariantMap shortcuts() const;
    void setShortcuts(const QVariantMap &map);
    /// Files that were opened before there were connections.
    [[nodiscard]] QStringList recentVaults() const;
    /// As ui/connections/connection_book.h keeps them; nothing while none were ever kept.
    [[nodiscard]] std::optional<QVariantMap> connections() const;
    void setConnections(const QVariantMap &book);

signals:
    void changed(const QString &key);

private:
    void write(const QString &key, const QVariant &value);
    std::unique_ptr<QSettings> m_store;
};

/// The zone in which times are shown.
QTimeZone timeZone(const Settings &settings);

} // namespace latchkey::ui
