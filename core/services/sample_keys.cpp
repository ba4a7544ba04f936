#include "core/services/sample_keys.h"

#include "core/model/futures.h"
#include "core/token/token.h"

namespace latchkey {

namespace {

struct Sample {
    const char *name;
    Environment env;
    const char *scopes, *owner, *tags, *customers, *ips;
    int perMinute, createdDaysAgo, usedMinutesAgo, expiresInDays; ///< -1 = never, 0 limit = none
    KeyState state = KeyState::Active;
};

using E = Environment;
constexpr Sample samples[] = {
    {"Production Email API", E::Production, "emails:send templates:manage", "Ana Silva", "email", "",
     "10.2.0.0/16", 600, 210, 2, 155},
    {"Lead Management Integration", E::Production, "leads:read leads:write", "Ben Okafor", "crm", "",
     "203.0.113.24", 120, 180, 14, 9},
    {"CRM sync", E::Production, "leads:read leads:write leads:delete", "Ben Okafor", "crm\x1fnightly", "", "",
     0, 400, 1, -1},
    {"Weekly newsletter", E::Production, "emails:send", "Chiara Rossi", "email\x1fmarketing", "", "", 60, 95,
     2880, 85},
    {"Reporting dashboard", E::Production, "leads:read", "Data team", "reporting", "", "198.51.100.0/24", 30,
     60, 5, 120},
    {"Website contact form", E::Production, "leads:write", "Web team", "website", "", "", 20, 320, 33, 45},
    {"Partner portal: Northwind", E::Production, "leads:read", "Partner team", "partner", "cus_1042",
     "192.0.2.10", 60, 33, 190, 57},
    {"Partner portal: Contoso", E::Production, "leads:read", "Partner team", "partner", "cus_1057",
     "192.0.2.44", 60, 34, 130000, 56},
    {"Old mobile app", E::Production, "leads:read leads:write", "Mobile team", "mobile", "", "", 100, 700,
     170000, -1, KeyState::Inactive},
    {"Black Friday campaign", E::Production, "emails:send templates:manage", "Chiara Rossi", "marketing", "",
     "", 1000, 380, 500000, -12},
    {"Template editor", E::Production, "templates:manage", "Chiara Rossi", "email", "", "10.2.4.0/24", 0, 45,
     400, 45},
    {"Data clean-up job", E::Production, "leads:read leads:delete", "Data team", "nightly", "", "10.2.9.7",
     30, 20, -1, 10},
    {"Support console", E::Production, "leads:read", "Support", "internal", "", "10.2.0.0/16", 60, 12, 8, 78},
    {"Staging Email API", E::Staging, "emails:send templates:manage", "Ana Silva", "email", "", "", 100, 200,
     45, 60},
    {"Staging CRM sync", E::Staging, "leads:read leads:write leads:delete", "Ben Okafor", "crm", "", "", 0,
     190, 900, -1},
    {"Load test", E::Staging, "emails:send leads:read leads:write", "QA", "test", "", "", 5000, 28, 21000, 2},
    {"Acceptance tests", E::Staging, "emails:send templates:manage leads:read leads:write leads:delete", "QA",
     "test", "", "", 0, 150, 60, 30},
    {"Integration with CRM", E::Staging, "leads:read", "Ben Okafor", "crm", "", "", 60, 9, -1, 81},
    {"Trial import", E::Staging, "leads:write", "Data team", "import", "", "", 60, 70, 60000, -3},
    {"Ana's laptop", E::Development, "emails:send leads:read", "Ana Silva", "personal", "", "", 10, 15, 25,
     75},
    {"Ben's laptop", E::Development, "leads:read leads:write", "Ben Okafor", "personal", "", "", 10, 90, 4000,
     5},
    {"CI pipeline", E::Development, "emails:send templates:manage leads:read leads:write", "Platform", "ci",
     "", "10.9.0.0/16", 300, 120, 11, 245},
    {"Hackathon 2025", E::Development, "leads:read", "Platform", "experiment", "", "", 0, 365, 480000, -1},
    {"Unused prototype", E::Development, "emails:send", "Web team", "experiment", "", "", 10, 55, -1, 35,
     KeyState::Inactive},
};

NewKey newKey(const Sample &s, const QString &prefix, Instant now) {
    NewKey k;
    auto token = token::generate(prefix, s.env); // the token itself ends here
    k.id = token.id;
    k.verifier = token.verifier;
    k.actor = {QStringLiteral("Sample data")};
    k.at = now.plusDays(-s.createdDaysAgo);
    KeyConfig &c = k.config;
    c.name = QString::fromUtf8(s.name);
    c.environment = s.env;
    c.scopes = ScopeSet::parse(QString::fromLatin1(s.scopes));
    c.owner = QString::fromUtf8(s.owner);
    c.tags = QString::fromLatin1(s.tags).split(QChar(0x1f), Qt::SkipEmptyParts);
    if (*s.customers)
        c.customers = QStringList{QString::fromLatin1(s.customers)};
    c.allowedIps = parseIpRanges(QString::fromLatin1(s.ips), nullptr);
    if (s.perMinute > 0)
        c.limits.set(RatePeriod::Minute, s.perMinute);
    if (s.expiresInDays != -1)
        c.expires = now.plusDays(s.expiresInDays);
    return k;
}

/// One that the key may be used from.
QString addressOf(const Sample &s) {
    QString address = QString::fromLatin1(s.ips).section(u'/', 0, 0);
    if (address.isEmpty())
        return QStringLiteral("10.2.0.4");
    if (address.endsWith(QLatin1StringView(".0"))) // of a network
        address.replace(address.size() - 1, 1, u'4');
    return address;
}

} // namespace

QFuture<Outcome> addSampleKeys(VaultBackend &backend, Instant now) {
    for (const auto &[id, name] : {std::pair{"cus_1042", "Northwind"}, std::pair{"cus_1057", "Contoso"}})
        backend.changeCustomer({{QLatin1StringView(id), QLatin1StringView(name), {}},
                                false,
                                QStringLiteral("customer.add"),
                                {QStringLiteral("Sample data")},
                                now.plusDays(-365)}); // before its keys: the writer takes its tasks in order
    auto uses = std::make_shared<QList<LastUse>>();
    QList<QFuture<Result<ApiKey>>> made;
    for (const Sample &s : samples) {
        const NewKey k = newKey(s, backend.info().prefix, now);
        if (s.usedMinutesAgo >= 0)
            uses->append({k.id, now.plusMs(-60'000LL * s.usedMinutesAgo), addressOf(s)});
        made.append(backend.create(k));
        if (s.state == KeyState::Inactive) {
            KeyChange c;
            c.id = k.id;
            c.expectedVersion = 1;
            c.action = QStringLiteral("key.deactivate");
            c.state = KeyState::Inactive;
            c.actor = k.actor;
            c.at = k.at;
            made.append(backend.change(c)); // the writer takes its tasks in order
        }
    }
    const Answer<Outcome> answer;
    QtFuture::whenAll(made.begin(), made.end()) |
        then(&backend, [answer, uses, &backend](const QList<QFuture<Result<ApiKey>>> &all) {
            for (const auto &one : all) {
                if (one.resultCount() == 0 || !one.result())
                    return answer.give(one.resultCount() == 0 ? Outcome(fail(ErrorCode::Cancelled))
                                                              : Outcome(fail(one.result().error())));
            }
            backend.stampLastUsed(*uses) | then(&backend, [answer](const Outcome &o) { answer.give(o); });
        });
    return answer.future();
}

} // namespace latchkey
