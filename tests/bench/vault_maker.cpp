#include "tests/bench/vault_maker.h"

#include "core/storage/key_table.h"
#include "core/storage/private_file.h"
#include "core/storage/vault_file.h"
#include "core/storage/vault_record.h"
#include "core/token/token.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>

namespace latchkey {

namespace {

constexpr const char *products[] = {"CRM",      "Billing",   "Newsletter", "Checkout",       "Warehouse",
                                    "Support",  "Search",    "Mobile app", "Partner portal", "Reporting",
                                    "Web shop", "Telephony", "Onboarding", "Data lake",      "Campaign",
                                    "Payments"};
constexpr const char *tasks[] = {"sync",      "import",  "export",      "webhook", "worker",  "nightly job",
                                 "dashboard", "gateway", "integration", "backup",  "monitor", "cron"};
constexpr const char *tags[] = {"email",     "crm",    "nightly", "partner", "internal", "import",
                                "reporting", "mobile", "test",    "website", "legacy",   "ci"};
constexpr const char *scopes[] = {"emails:send",
                                  "leads:read",
                                  "leads:read leads:write",
                                  "emails:send templates:manage",
                                  "leads:read leads:write leads:delete",
                                  "templates:manage",
                                  "emails:send leads:read",
                                  "emails:send templates:manage leads:read leads:write leads:delete"};

template<std::size_t N>
QString pick(const char *const (&from)[N], QRandomGenerator &r) {
    return QString::fromLatin1(from[r.bounded(static_cast<quint32>(N))]);
}

KeyConfig configFor(qint64 number, QRandomGenerator &r, Instant created) {
    KeyConfig c;
    const int team = r.bounded(1, 400);
    c.name = QStringLiteral("%1 %2 team %3 #%4").arg(pick(products, r), pick(tasks, r)).arg(team).arg(number);
    c.environment = static_cast<Environment>(r.bounded(10) < 6 ? 0 : r.bounded(1, 3));
    c.scopes = ScopeSet::parse(pick(scopes, r));
    c.owner = QStringLiteral("Team %1").arg(team);
    c.tags = {pick(tags, r)};
    if (r.bounded(3) == 0)
        c.customers = QStringList{QStringLiteral("Customer %1").arg(r.bounded(1, 2000))};
    if (r.bounded(3) == 0)
        c.allowedIps =
            parseIpRanges(QStringLiteral("10.%1.%2.0/24").arg(r.bounded(40)).arg(r.bounded(256)), nullptr);
    if (r.bounded(4) != 0)
        c.limits.set(RatePeriod::Minute, 10 * r.bounded(1, 100));
    if (r.bounded(5) != 0)
        c.expires = created.plusDays(r.bounded(30, 900));
    return c;
}

Outcome fill(QSqlDatabase &db, qint64 keys, quint32 seed, Instant now,
             const std::function<void(qint64)> &progress) {
    constexpr qint64 Batch = 5'000;
    QRandomGenerator r(seed);
    for (qint64 from = 0; from < keys; from += Batch) {
        QList<NewKey> made;
        QList<LastUse> uses;
        QList<KeyChange> off;
        for (qint64 n = from; n < qMin(from + Batch, keys); ++n) {
            // Older keys first, as a vault grows; the last ones are of today.
            const Instant created = now.plusMs(-(keys - n) * (730LL * 86'400'000 / keys));
            NewKey k;
            k.config = configFor(n + 1, r, created);
            auto token = token::generate(QStringLiteral("lk"), k.config.environment);
            k.id = token.id;
            k.verifier = token.verifier;
            k.actor = {QStringLiteral("latchkey-make-vault")};
            k.at = created;
            const int fate = r.bounded(100);
            if (fate < 70)
                uses.append({k.id, now.plusMs(-r.bounded(1, 200 * 86'400) * 1000LL),
                             QStringLiteral("10.2.0.%1").arg(r.bounded(1, 255))});
            if (fate >= 92) {
                KeyChange c;
                c.id = k.id;
                c.expectedVersion = 1;
                c.action = fate >= 99 ? QStringLiteral("key.delete") : QStringLiteral("key.deactivate");
                c.state = fate >= 99 ? KeyState::Deleted : KeyState::Inactive;
                c.actor = k.actor;
                c.at = now;
                off.append(c);
            }
            made.append(std::move(k));
        }
        if (const auto done = key_table::createMany(db, made); !done)
            return fail(done.error());
        if (auto done = key_table::stampLastUsed(db, uses); !done)
            return done;
        if (const auto done = key_table::changeMany(db, off); !done)
            return fail(done.error());
        progress(qMin(from + Batch, keys));
    }
    return ok();
}

} // namespace

Outcome makeVault(const QString &path, qint64 keys, quint32 seed, Instant now,
                  const std::function<void(qint64)> &progress) {
    if (QFileInfo::exists(path))
        return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), path},
                                            {QStringLiteral("reason"), QStringLiteral("it exists")}});
    if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    if (auto made = createPrivateFile(path); !made)
        return made;
    const QString connection = QStringLiteral("make-vault");
    const vault_record::NewVault vault{
        QFileInfo(path).completeBaseName(), QStringLiteral("lk"), QStringLiteral("latchkey-make-vault"), {}};
    constexpr int BusyTimeoutMs = 5000;
    Outcome result =
        vault_file::openConnection(connection, path, {.exists = true, .empty = true}, BusyTimeoutMs, false);
    {
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        if (result)
            result = vault_file::migrate(db, path, true, false);
        if (result)
            result = vault_record::found(db, vault, now);
        if (result)
            result = fill(db, keys, seed, now, progress);
        db.close();
    }
    QSqlDatabase::removeDatabase(connection);
    return result;
}

} // namespace latchkey
