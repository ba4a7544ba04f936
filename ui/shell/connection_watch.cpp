#include "ui/shell/connection_watch.h"

#include "core/model/futures.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/keys/key_table_model.h"
#include "ui/settings/settings.h"

#include <QLocale>

namespace latchkey::ui {

namespace {

constexpr int TickMs = 1'000, AskTicks = 10;
constexpr qint64 MinuteMs = 60'000;

QString vaultBanner() {
    return QStringLiteral("vault");
}

bool isOfDatabase(const Error &e) {
    return e.params.value(QStringLiteral("reason")).toString() == QLatin1StringView("database");
}

} // namespace

ConnectionWatch::ConnectionWatch(VaultBackend &backend, KeyTableModel &model, Feedback &feedback,
                                 const Place &place, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(model)
    , m_feedback(feedback)
    , m_place(place)
    , m_updated(place.clock.now()) {
    connect(&backend, &VaultBackend::troubled, this, &ConnectionWatch::trouble);
    connect(&backend, &VaultBackend::recovered, this, &ConnectionWatch::recover);
    connect(&backend, &VaultBackend::keysChanged, this, &ConnectionWatch::heard);
    connect(&model, &KeyTableModel::replaced, this, &ConnectionWatch::heard);
    if (place.kind == ConnectionKind::Local)
        return; // a file is as fresh as it is
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        emit ticked();
        if (++m_ticks % AskTicks == 0)
            ask();
    });
    m_tick.start();
}

QString ConnectionWatch::stateText() const {
    if (m_offline)
        return tr("○ Offline");
    const Instant at = updated();
    const qint64 ms = qMax<qint64>(0, m_place.clock.now().ms() - at.ms());
    const QString ago = ms < MinuteMs ? tr("%1 s ago", "seconds").arg(QLocale().toString(ms / 1'000))
                                      : relativeTime(at, m_place.clock.now());
    return tr("● Connected · updated %1", "12 s ago").arg(ago);
}

/// Of a vault that shows what it remembers an answer alone says nothing.
Instant ConnectionWatch::updated() const {
    return m_backend.listedAt().value_or(m_updated);
}

/// A small question that only the vault itself can answer: nobody may change anything for hours.
void ConnectionWatch::ask() {
    const ApiKey *first = m_model.rowCount() > 0 ? m_model.keyAt(0) : nullptr;
    if (!first || std::exchange(m_asking, true))
        return;
    AuditQuery newest;
    newest.key = first->id;
    newest.limit = 1;
    m_backend.audit(newest) | then(this, [this](const Result<QList<AuditEvent>> &answer) {
        m_asking = false;
        if (!answer)
            return trouble(answer.error());
        if (const auto silence = m_backend.silence(); silence && isOfDatabase(silence->error))
            return; // this was on its way before the database went
        recover();
        heard();
    });
}

void ConnectionWatch::heard() {
    if (!m_offline)
        m_updated = m_place.clock.now();
}

void ConnectionWatch::trouble(const Error &error) {
    const bool lost = m_place.kind != ConnectionKind::Local &&
                      (error.code == ErrorCode::Unreachable || error.code == ErrorCode::Unanswered);
    if (!lost)
        return m_feedback.banner(vaultBanner(), Feedback::Level::Danger, sentence(error));
    const bool database = isOfDatabase(error);
    if (m_offline && database == m_databaseAway)
        return;
    m_databaseAway = database;
    const bool already = std::exchange(m_offline, true);
    showOffline();
    if (!already)
        emit changed();
}

void ConnectionWatch::showOffline() {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(updated().ms(), timeZone(m_place.settings));
    QString text = m_databaseAway ? tr("Working offline: the server answers, but its database doesn't. "
                                       "Showing keys from %1.",
                                       "14:02")
                                  : tr("Working offline. Showing keys from %1.", "14:02");
    if (!m_databaseAway && m_place.kind == ConnectionKind::Server)
        text += u' ' + tr("The server can't be reached.");
    else if (m_place.kind == ConnectionKind::Postgres)
        text += u' ' + tr("The database can't be reached.");
    m_feedback.banner(vaultBanner(), Feedback::Level::Warning,
                      text.arg(QLocale().toString(at.time(), QLocale::ShortFormat)), tr("Retry"), [this] {
                          ask();
                          emit retryRequested();
                      });
}

void ConnectionWatch::recover() {
    m_feedback.clearBanner(vaultBanner());
    if (!std::exchange(m_offline, false))
        return;
    m_updated = m_place.clock.now();
    emit changed();
}

} // namespace latchkey::ui
