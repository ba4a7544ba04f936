#include "core/remote/sendgrid/sendgrid_answers.h"
#include "core/remote/sendgrid/sendgrid_backend.h"

// What SendGrid's API has no word for: said so, never made up.

namespace latchkey {

Capabilities SendGridBackend::capabilities() const {
    Capabilities c;
    c.environments = true; // as a note of this computer
    c.expiry = c.rateLimits = c.deactivate = c.audit = c.customers = c.lastUsed = c.softDelete = false;
    c.created = c.revoke = c.rotate = c.allowedIps = c.ownTokens = c.catalogue = false;
    c.service = sendgrid::serviceName();
    return c;
}

QFuture<Result<QByteArray>> SendGridBackend::verifierOf(const KeyId &) {
    return ready<Result<QByteArray>>(fail(notHere("verifier")));
}

QFuture<Result<ApiKey>> SendGridBackend::findByCredential(const KeyId &credentialId, const QByteArray &) {
    // A key's secret never changes there: whose id it is decides.
    return ready<Result<ApiKey>>(m_keys.contains(credentialId) ? Result<ApiKey>(keyOf(credentialId))
                                                               : fail(ErrorCode::NotFound));
}

QFuture<Result<QHash<KeyId, ApiKey>>> SendGridBackend::owners(const QList<KeyId> &credentials) {
    QHash<KeyId, ApiKey> found;
    for (const KeyId &id : credentials) {
        if (m_keys.contains(id))
            found.insert(id, keyOf(id));
    }
    return ready<Result<QHash<KeyId, ApiKey>>>(found);
}

QFuture<Outcome> SendGridBackend::stampLastUsed(const QList<LastUse> &) {
    return ready<Outcome>(fail(notHere("lastUsed")));
}

QFuture<Outcome> SendGridBackend::record(const AuditEvent &) {
    return ready<Outcome>(ok());
}

QFuture<Result<QList<AuditEvent>>> SendGridBackend::audit(const AuditQuery &) {
    using R = Result<QList<AuditEvent>>;
    if (!m_away)
        return ready<R>(QList<AuditEvent>());
    if (m_away->code != ErrorCode::Unreachable)
        return ready<R>(fail(*m_away));
    const Answer<R> answer;
    readList(Urgency::Person) | then(this, [answer](const Outcome &read) {
        answer.give(read ? R(QList<AuditEvent>()) : R(fail(read.error())));
    });
    return answer.future();
}

QFuture<Result<AuditCheck>> SendGridBackend::verifyAudit() {
    return ready<Result<AuditCheck>>(fail(notHere("audit")));
}

QFuture<Result<int>> SendGridBackend::purgeExpired(Instant, const Actor &) {
    return ready<Result<int>>(0);
}

QFuture<Outcome> SendGridBackend::setDeletedRetentionDays(int, const Actor &) {
    return ready<Outcome>(fail(notHere("softDelete")));
}

QFuture<Outcome> SendGridBackend::changeCatalogue(const CatalogueChange &) {
    return ready<Outcome>(fail(notHere("catalogue")));
}

QFuture<Result<QList<ScopeUse>>> SendGridBackend::scopeUse() {
    return ready<Result<QList<ScopeUse>>>(QList<ScopeUse>());
}

QFuture<Result<QList<Customer>>> SendGridBackend::customers() {
    return ready<Result<QList<Customer>>>(QList<Customer>());
}

QFuture<Result<QList<Customer>>> SendGridBackend::customersNamed(const QStringList &) {
    return customers();
}

QFuture<Result<QHash<QString, qint64>>> SendGridBackend::customerUse() {
    return ready<Result<QHash<QString, qint64>>>(QHash<QString, qint64>());
}

QFuture<Result<Customer>> SendGridBackend::changeCustomer(const CustomerChange &) {
    return ready<Result<Customer>>(fail(notHere("customers")));
}

} // namespace latchkey
