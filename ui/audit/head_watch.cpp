#include "ui/audit/head_watch.h"

#include "core/model/futures.h"

namespace latchkey::ui {

namespace {
constexpr QLatin1StringView Part("auditHead"), Seq("seq"), Hash("hash"); // as the settings file has them
}

HeadWatch::HeadWatch(const KeyService &service, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_backend(service.backend())
    , m_settings(settings) {
    m_later.setSingleShot(true);
    m_later.setInterval(500); // many changes, one look
    connect(&m_later, &QTimer::timeout, this, &HeadWatch::check);
    connect(&m_backend, &VaultBackend::keysChanged, &m_later, qOverload<>(&QTimer::start));
}

qint64 HeadWatch::seenSeq() const {
    return m_settings.vaultState(m_backend.info().id, Part).value(Seq).toLongLong();
}

void HeadWatch::check() {
    if (m_alarmed || !m_service.principal().readsAudit)
        return; // until the person has decided
    const QVariantMap seen = m_settings.vaultState(m_backend.info().id, Part);
    const qint64 seq = seen.value(Seq).toLongLong();
    if (seq <= 0)
        return remember();
    AuditQuery query;
    query.afterSeq = seq - 1;
    query.limit = 1;
    m_backend.audit(query) |
        then(this, [this, seq, hash = seen.value(Hash).toString()](const Result<QList<AuditEvent>> &events) {
            if (!events)
                return; // a vault that cannot be read has its own banner
            if (!events->isEmpty() && events->first().seq == seq &&
                QString::fromLatin1(events->first().hash.toHex()) == hash)
                return remember();
            m_alarmed = true;
            emit alarm(seq);
        });
}

void HeadWatch::accept() {
    m_alarmed = false;
    remember();
    emit calmed();
}

void HeadWatch::remember() {
    AuditQuery query;
    query.limit = 1;
    m_backend.audit(query) | then(this, [this](const Result<QList<AuditEvent>> &events) {
        if (!events || events->isEmpty() || m_alarmed)
            return;
        const AuditEvent &head = events->first();
        m_settings.setVaultState(m_backend.info().id, Part,
                                 {{Seq, head.seq}, {Hash, QString::fromLatin1(head.hash.toHex())}});
    });
}

} // namespace latchkey::ui
