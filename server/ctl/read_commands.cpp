#include "core/services/audit_export.h"
#include "core/services/key_export.h"
#include "core/token/token.h"
#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/ctl/commands.h"

#include <QJsonArray>

#include <cstdio>

namespace latchkey::ctl {

namespace {

constexpr qsizetype Chunk = 200;

/// Rows of the list, slice by slice, then `done`.
struct Walk {
    RunPtr run;
    KeyListPtr list;
    qsizetype end = 0, at = 0;
    std::function<void(const QList<ApiKey> &)> take;
    std::function<void()> done;
};

void step(const std::shared_ptr<Walk> &walk) {
    if (walk->at >= walk->end)
        return walk->done();
    QList<KeyId> ids;
    for (; walk->at < walk->end && ids.size() < Chunk; ++walk->at)
        ids.append(walk->list->idAt(walk->at));
    walk->run->keys.backend().rows(ids) |
        then(&walk->run->context, [walk](const Result<QList<ApiKey>> &rows) {
            if (!rows)
                return walk->run->fail(rows.error());
            walk->take(*rows);
            step(walk);
        });
}

void walkKeys(const RunPtr &run, std::function<void(const QList<ApiKey> &)> take,
              std::function<void()> done) {
    run->keys.backend().list(run->arguments.query) |
        then(&run->context, [run, take, done](const Result<KeyListPtr> &list) {
            if (!list)
                return run->fail(list.error());
            const qint64 most = run->arguments.limit;
            const qsizetype end = most > 0 ? qMin<qsizetype>(most, (*list)->size()) : (*list)->size();
            step(std::make_shared<Walk>(Walk{run, *list, end, 0, take, done}));
        });
}

/// Why this token of the key does not work; nothing: it does.
std::optional<DecisionCode> refusalOf(const ApiKey &key, bool old, Instant now) {
    switch (statusOf(key, now)) {
    case KeyStatus::Active:
        return old && !(key.old && key.old->works(now)) ? std::optional(DecisionCode::Replaced)
                                                        : std::nullopt;
    case KeyStatus::Inactive:
        return DecisionCode::Inactive;
    case KeyStatus::Revoked:
        return DecisionCode::Revoked;
    case KeyStatus::Expired:
        return DecisionCode::Expired;
    case KeyStatus::Deleted:
        return DecisionCode::Deleted;
    case KeyStatus::Damaged:
        break;
    }
    return DecisionCode::Damaged;
}

} // namespace

void list(const RunPtr &run) {
    if (!run->arguments.json)
        return walkKeys(
            run, [run](const QList<ApiKey> &rows) { printKeys(rows, run->now()); },
            [run] { run->finish(Good); });
    auto all = std::make_shared<QJsonArray>();
    walkKeys(
        run,
        [run, all](const QList<ApiKey> &rows) {
            for (const ApiKey &k : rows)
                all->append(wire::toJson(k, run->now()));
        },
        [run, all] {
            printJson({{QStringLiteral("keys"), *all}});
            run->finish(Good);
        });
}

void exportKeys(const RunPtr &run) {
    auto out = std::make_shared<Destination>();
    if (const auto opened = out->open(run->arguments.out); !opened)
        return run->fail(opened.error());
    const FileFormat format =
        run->arguments.format == QStringLiteral("json") ? FileFormat::Json : FileFormat::Csv;
    const QList<KeyField> fields = exportableFields();
    out->device().write(key_export::head(format, fields));
    auto first = std::make_shared<bool>(true);
    walkKeys(
        run,
        [run, out, format, fields, first](const QList<ApiKey> &rows) {
            const QString prefix = run->keys.backend().info().prefix;
            for (const ApiKey &k : rows)
                out->device().write(
                    key_export::row(format, fields, k, prefix, run->now(), std::exchange(*first, false)));
        },
        [run, out, format] {
            out->device().write(key_export::tail(format));
            out->close() ? run->finish(Good) : run->fail(QStringLiteral("the export was not written whole"));
        });
}

void show(const RunPtr &run) {
    run->withKey([run](const ApiKey &key) {
        if (run->arguments.json)
            printJson(wire::toJson(key, run->now()));
        else
            printDetails(key, run->keys.backend().info().prefix, run->now());
        run->finish(Good);
    });
}

void verify(const RunPtr &run) {
    constexpr int Longest = 256;
    SecretBytes buffer(Longest);
    const std::size_t size = std::fread(buffer.data(), 1, Longest, stdin);
    SecretBytes token =
        SecretBytes::copyOf(QByteArrayView(buffer.data(), static_cast<qsizetype>(size)).trimmed());
    const auto parsed = token::parse(token.view());
    if (!parsed)
        return run->fail(QStringLiteral("what came in is no whole token; part of it may be missing"));
    const KeyId credential = parsed->id;
    run->keys.findByToken(std::move(token)) |
        then(&run->context, [run, credential](const Result<ApiKey> &found) {
            if (!found && found.error().code == ErrorCode::NotFound && !run->arguments.json)
                return run->fail(QStringLiteral("no key has this token: it is of another vault, was replaced "
                                                "before the last rotation, or its key was deleted for good"),
                                 NotThere);
            if (!found)
                return run->fail(found.error());
            const bool old = found->credentialId != credential;
            const auto why = refusalOf(*found, old, run->now());
            if (run->arguments.json)
                printJson({{QStringLiteral("works"), !why},
                           {QStringLiteral("reason"), why ? QJsonValue(toWord(*why)) : QJsonValue()},
                           {QStringLiteral("replaced"), old},
                           {QStringLiteral("key"), wire::toJson(*found, run->now())}});
            else
                printKeyLine(*found, why ? toWord(*why) : toWord(KeyStatus::Active));
            if (why)
                Run::say(sentenceOf(*why, *found));
            run->finish(why ? Failed : Good);
        });
}

void auditVerify(const RunPtr &run) {
    run->keys.backend().verifyAudit() | then(&run->context, [run](const Result<AuditCheck> &check) {
        if (!check)
            return run->fail(check.error());
        if (run->arguments.json)
            printJson(wire::toJson(*check));
        else if (check->intact)
            std::printf("intact: %lld rows, head %s\n", static_cast<long long>(check->rows),
                        check->head.toHex().constData());
        else
            Run::say(QStringLiteral("row %1 was changed or is missing").arg(check->firstBadSeq));
        run->finish(check->intact ? Good : Failed);
    });
}

void auditExport(const RunPtr &run) {
    auto out = std::make_shared<Destination>();
    if (const auto opened = out->open(run->arguments.out); !opened)
        return run->fail(opened.error());
    audit_export::write(run->keys.backend(), out->device(), &run->context) |
        then(&run->context, [run, out](const Result<qint64> &rows) {
            if (!rows) {
                out->drop();
                return run->fail(rows.error());
            }
            out->close() ? run->finish(Good) : run->fail(QStringLiteral("the export was not written whole"));
        });
}

} // namespace latchkey::ctl
