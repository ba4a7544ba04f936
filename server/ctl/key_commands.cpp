#include "core/model/near_word.h"
#include "core/wire/key_json.h"
#include "server/ctl/commands.h"

#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>
#include <cstdio>

namespace latchkey::ctl {

namespace {

struct Wish {
    KeyConfig config;
    QStringList bad;
};

/// As in the form of the desktop: a key that nobody has thought about does not work for ever.
constexpr int DefaultDays = 90;

/// ISO 8601 with a zone; seconds and their fraction may be left out.
std::optional<Instant> instantOf(const QString &text) {
    static const QRegularExpression shape(QStringLiteral(
        "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$"));
    const QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
    return t.isValid() && shape.match(text).hasMatch() ? std::optional(Instant::fromDateTime(t))
                                                       : std::nullopt;
}

/// 90d, never, or an instant.
void readExpiry(const QString &text, Instant now, Wish *w) {
    if (text == QStringLiteral("never"))
        return;
    if (text.isEmpty()) {
        w->config.expires = now.plusDays(DefaultDays);
        return;
    }
    const auto days = text.endsWith(u'd') ? wire::counterFrom(QStringView(text).chopped(1)) : std::nullopt;
    const auto at =
        days && *days <= 36'500 ? std::optional(now.plusDays(static_cast<int>(*days))) : instantOf(text);
    if (!at)
        w->bad.append(QStringLiteral("--expires takes 90d, never or 2026-11-21T16:30:00Z"));
    w->config.expires = at;
}

void readLimit(const QString &text, Wish *w) {
    static const QStringList names{QStringLiteral("second"), QStringLiteral("minute"), QStringLiteral("hour"),
                                   QStringLiteral("day")};
    const qsizetype period = names.indexOf(text.section(u'=', 0, 0));
    const auto count = wire::counterFrom(text.section(u'=', 1));
    if (period < 0 || !count || *count < 1)
        w->bad.append(QStringLiteral("--rate takes minute=100, with second, minute, hour or day"));
    else
        w->config.limits.set(static_cast<RatePeriod>(period), *count);
}

Wish wishOf(const Arguments &a, Instant now) {
    Wish w;
    w.config.name = a.name;
    if (a.name.isEmpty())
        w.bad.append(QStringLiteral("create needs --name"));
    const auto environment = environmentFromWord(a.environment);
    if (!environment)
        w.bad.append(QStringLiteral("--environment is production, staging or development"));
    w.config.environment = environment.value_or(Environment::Development);
    const auto type = a.type.isEmpty() ? KeyType::General : keyTypeFromWord(a.type);
    if (!type)
        w.bad.append(QStringLiteral("--type is general or billing"));
    w.config.type = type.value_or(KeyType::General);
    QStringList badScopes;
    w.config.scopes = ScopeSet::parse(a.scopes.join(u' '), &badScopes);
    if (!badScopes.isEmpty())
        w.bad.append(QStringLiteral("this is no scope: %1").arg(badScopes.first()));
    for (const QString &text : a.addresses) {
        if (const auto range = IpRange::fromString(text))
            w.config.allowedIps.append(*range);
        else
            w.bad.append(QStringLiteral("this is no address: %1").arg(text));
    }
    for (const QString &text : a.limits)
        readLimit(text, &w);
    readExpiry(a.expires, now, &w);
    w.config.owner = a.owner;
    w.config.note = a.note;
    w.config.customers = a.customers;
    w.config.tags = a.tags;
    return w;
}

/// The server takes scopes that are not in the catalogue, as a later one may have them; a person at a
/// command line has mistyped.
QStringList unknownScopes(const ScopeSet &scopes, const Catalogue &catalogue) {
    QStringList bad;
    const ScopeSet all = catalogue.allScopes();
    for (const Scope &s : scopes) {
        if (catalogue.find(s))
            continue;
        const QString &text = s.toString();
        const auto nearest = std::min_element(all.begin(), all.end(), [&](const Scope &a, const Scope &b) {
            return slipsBetween(text, a.toString()) < slipsBetween(text, b.toString());
        });
        bad.append(
            nearest == all.end()
                ? QStringLiteral("--scope %1: this vault's catalogue has no permissions").arg(text)
                : QStringLiteral("--scope %1: this vault's catalogue doesn't know it; the nearest is %2")
                      .arg(text, nearest->toString()));
    }
    return bad;
}

/// The token goes where it was asked for, and nowhere else: with a file, standard output tells of the key.
void giveToken(const RunPtr &run, const std::shared_ptr<Destination> &out, const CreatedKey &made) {
    const QByteArrayView token = made.token->view();
    const bool written = out->device().write(token.data(), token.size()) == token.size() &&
                         out->device().write("\n", 1) == 1 && out->close();
    if (!written)
        return run->fail(QStringLiteral("%1: its token could not be written and is lost; rotate it")
                             .arg(made.key.id.toString()));
    if (!out->isStdout())
        printKey(made.key, run->arguments.json, run->now());
    if (made.key.config.expires && run->arguments.operand(0) == QStringLiteral("create") &&
        run->arguments.expires.isEmpty() && !run->arguments.json)
        Run::say(QStringLiteral("the key expires on %1; --expires takes another time, or never")
                     .arg(minuteOf(*made.key.config.expires)));
    run->finish(Good);
}

void whenMade(const RunPtr &run, const std::shared_ptr<Destination> &out,
              const QFuture<Result<CreatedKey>> &made) {
    made | then(&run->context, [run, out](const Result<CreatedKey> &result) {
        if (result)
            return giveToken(run, out, *result);
        out->drop();
        run->fail(result.error());
    });
}

/// A key may name customers that are in no list; a person at a command line has mostly mistyped. `then` in
/// any case: where they can't be read, nothing is known of them.
void sayUnlisted(const RunPtr &run, const QStringList &customers, const std::function<void()> &then) {
    if (customers.isEmpty())
        return then();
    whenDone(run->keys.backend().customersNamed(customers), &run->context,
             [customers, then](const Result<QList<Customer>> &listed) {
                 QStringList unlisted = listed ? customers : QStringList();
                 for (const QList<Customer> all = listed.value_or(QList<Customer>()); const Customer &c : all)
                     unlisted.removeAll(c.id);
                 unlisted.removeDuplicates();
                 for (const QString &id : std::as_const(unlisted))
                     Run::say(QStringLiteral("customer %1 is not listed").arg(id));
                 then();
             });
}

} // namespace

void create(const RunPtr &run) {
    // Who may not look at the catalogue is not told what stands in it.
    if (const Outcome may = run->keys.mayWrite(); !may)
        return run->fail(may.error());
    Wish wish = wishOf(run->arguments, run->now());
    wish.bad += unknownScopes(wish.config.scopes, run->keys.backend().catalogue());
    if (!wish.bad.isEmpty())
        return run->fail(wish.bad.join(QStringLiteral("; ")), WrongCall);
    sayUnlisted(run, wish.config.customers, [run, config = wish.config] {
        // The file first: a token that has nowhere to go would be lost.
        auto out = std::make_shared<Destination>();
        if (const auto opened = out->open(run->arguments.out); !opened)
            return run->fail(opened.error());
        whenMade(run, out, run->keys.create(config));
    });
}

void rotate(const RunPtr &run) {
    run->withKey([run](const ApiKey &key) {
        auto out = std::make_shared<Destination>();
        if (const auto opened = out->open(run->arguments.out); !opened)
            return run->fail(opened.error());
        whenMade(run, out, run->keys.rotate(key, run->arguments.overlapMs));
    });
}

void changeState(const RunPtr &run) {
    run->withKey([run](const ApiKey &key) {
        const QString verb = run->arguments.operand(0);
        // Once more would destroy it, and nobody has asked for that.
        if (verb == QStringLiteral("delete") && key.state == KeyState::Deleted)
            return run->fail(
                Error(ErrorCode::WrongState, {{QStringLiteral("status"), toWord(KeyStatus::Deleted)}}));
        const auto changed = verb == QStringLiteral("revoke")
                                 ? run->keys.revoke(key, run->arguments.reason, run->arguments.leaked)
                             : verb == QStringLiteral("delete")
                                 ? run->keys.remove(key)
                                 : run->keys.setActive(key, verb == QStringLiteral("activate"));
        changed | then(&run->context, [run](const Result<ApiKey> &result) {
            if (!result)
                return run->fail(result.error());
            printKey(*result, run->arguments.json, run->now());
            run->finish(Good);
        });
    });
}

} // namespace latchkey::ctl
