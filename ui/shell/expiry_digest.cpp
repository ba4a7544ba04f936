#include "ui/shell/expiry_digest.h"

#include "core/model/futures.h"
#include "ui/feedback/window_feedback.h"
#include "ui/platform/system_notice.h"
#include "ui/shell/main_window.h"
#include "ui/sidebar/sidebar.h"

namespace latchkey::ui {

namespace {
constexpr QLatin1StringView DigestPart("expiryDigest"), Day("day"); // as the settings file has them
}

ExpiryDigest::ExpiryDigest(MainWindow &window)
    : QObject(&window)
    , m_window(window) {
    m_hourly.setInterval(60 * 60'000);
    connect(&m_hourly, &QTimer::timeout, this, &ExpiryDigest::look);
    m_hourly.start();
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
    Thresholds t;
    t.expiringDays = settings.get(setting::ExpiringDays);
    service.backend().counts(std::nullopt, t) | then(this, [this,
                                                            today](const Result<SidebarCounts> &counts) {
        const qint64 keys = counts ? counts->smart[static_cast<std::size_t>(SmartFilter::ExpiringSoon)] : 0;
        if (keys == 0)
            return;
        m_window.context().settings.setVaultState(m_window.context().service.backend().info().id, DigestPart,
                                                  {{Day, today}});
        tell(keys);
    });
}

void ExpiryDigest::tell(qint64 keys) {
    const auto &context = m_window.context();
    const QString text = tr("%Ln keys expire soon.", nullptr, static_cast<int>(keys));
    showSystemNotice(context.service.backend().info().name, text);
    m_window.feedback().banner(
        QStringLiteral("digest"), Feedback::Level::Info, text, tr("Show them"),
        [this] {
            m_window.feedback().clearBanner(QStringLiteral("digest"));
            m_window.sidebar().go(std::nullopt, SmartFilter::ExpiringSoon);
        },
        tr("Dismiss"), // until the next day's
        [this] { m_window.feedback().clearBanner(QStringLiteral("digest")); });
    emit told(keys);
}

} // namespace latchkey::ui
