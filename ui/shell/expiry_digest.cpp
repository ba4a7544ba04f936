#include "ui/shell/expiry_digest.h"

#include "core/model/futures.h"
#include "ui/feedback/window_feedback.h"
#include "ui/platform/system_notice.h"
#include "ui/shell/main_window.h"
#include "ui/sidebar/sidebar.h"

namespace latchkey::ui {

namespace {
constexpr int PauseMs = 500; // a bulk change tells of its keys again and again
constexpr QLatin1StringView DigestPart("expiryDigest"), Day("day"); // as the settings file has them
} // namespace

ExpiryDigest::ExpiryDigest(MainWindow &window)
    : QObject(&window)
    , m_window(window) {
    m_hourly.setInterval(60 * 60'000);
    connect(&m_hourly, &QTimer::timeout, this, &ExpiryDigest::look);
    m_hourly.start();
    m_soon.setSingleShot(true);
    m_soon.setInterval(PauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ExpiryDigest::follow);
    connect(&window.context().service.backend(), &VaultBackend::keysChanged, this, [this] {
        if (m_shown > 0 && !m_soon.isActive())
            m_soon.start();
    });
}

template<typename F>
void ExpiryDigest::count(F give) {
    const auto &context = m_window.context();
    Thresholds t;
    t.expiringDays = context.settings.get(setting::ExpiringDays);
    context.service.backend().counts(std::nullopt, t) |
        latchkey::then(this, [give](const Result<SidebarCounts> &counts) {
            if (counts)
                give(counts->smart[static_cast<std::size_t>(SmartFilter::ExpiringSoon)]);
        });
}

void ExpiryDigest::look() {
    const Settings &settings = m_window.context().settings;
    KeyService &service = m_window.context().service;
    const QString today = QDateTime::fromMSecsSinceEpoch(service.clock().now().ms(), timeZone(settings))
                              .date()
                              .toString(Qt::ISODate);
    if (!settings.get(setting::DailyDigest) ||
        settings.vaultState(service.backend().info().id, DigestPart).value(Day).toString() == today)
        return;
    count([this, today](qint64 keys) {
        if (keys == 0)
            return;
        m_window.context().settings.setVaultState(m_window.context().service.backend().info().id, DigestPart,
                                                  {{Day, today}});
        tell(keys);
    });
}

void ExpiryDigest::tell(qint64 keys) {
    const auto &context = m_window.context();
    showSystemNotice(context.service.backend().info().name, words(keys));
    show(keys);
    emit told(keys);
}

QString ExpiryDigest::words(qint64 keys) {
    return tr("%Ln keys expire soon.", nullptr, static_cast<int>(keys));
}

/// What the banner says is true for as long as it stands there.
void ExpiryDigest::follow() {
    count([this](qint64 keys) {
        if (m_shown > 0 && keys != m_shown)
            show(keys);
    });
}

void ExpiryDigest::show(qint64 keys) {
    m_shown = keys;
    if (keys == 0)
        return m_window.feedback().clearBanner(QStringLiteral("digest"));
    m_window.feedback().banner(
        QStringLiteral("digest"), Feedback::Level::Info, words(keys), tr("Show them"),
        [this] {
            show(0);
            m_window.sidebar().go(std::nullopt, SmartFilter::ExpiringSoon);
        },
        tr("Dismiss"), // until the next day's
        [this] { show(0); });
}

} // namespace latchkey::ui
