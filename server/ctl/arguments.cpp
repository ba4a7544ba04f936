#include "server/ctl/arguments.h"

#include "core/wire/key_query.h"
#include "core/wire/reading.h"
#include "server/ctl/words.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cstdio>

namespace latchkey::ctl {

namespace {

struct Command {
    const char *words;
    int operands;
    const char *options; ///< beside those of every command
    const char *usage;   ///< what stands behind its words
};
constexpr Command commands[] = {
    {"list", 0, "query environment sort limit",
     "[--query TEXT] [--environment E] [--sort COLUMN] [--limit N]"},
    {"show", 1, "", "ID"},
    {"create", 0, "name environment type scope owner note customer tag ip rate expires out",
     "--name NAME --environment E --scope SCOPE… [--expires TIME] [--type T] [--rate minute=100]…\n"
     "         [--owner O] [--tag T]… [--customer C]… [--ip RANGE]… [--note N] [--out FILE]\n"
     "         TIME is 90d, never or like 2026-11-21T16:30:00Z; without --expires the key works for 90 "
     "days"},
    {"rotate", 1, "overlap out", "ID [--overlap 0|30m|24h|7d|never] [--out FILE]"},
    {"revoke", 1, "reason leaked", "ID [--reason TEXT] [--leaked]"},
    {"activate", 1, "", "ID"},
    {"deactivate", 1, "", "ID"},
    {"delete", 1, "", "ID"},
    {"verify", 0, "", "                         reads a token from standard input"},
    {"export", 0, "query environment sort format out",
     "[--format csv|json] [--query TEXT] [--environment E] [--sort COLUMN] [--out FILE]"},
    {"audit verify", 0, "", "                   walks the whole log"},
    {"audit export", 0, "out", "[--out FILE]"},
};

const Command *commandOf(const QStringList &positional) {
    for (const Command &c : commands) {
        const QStringList words = QString::fromLatin1(c.words).split(u' ');
        if (positional.mid(0, words.size()) == words)
            return &c;
    }
    return nullptr;
}

/// No command is called so.
QString unknownCommand(const QStringList &positional) {
    if (positional.isEmpty())
        return QStringLiteral("say which command");
    QStringList longer;
    for (const Command &c : commands) {
        const QString words = QString::fromLatin1(c.words);
        if (words.startsWith(positional.first() + u' '))
            longer.append(words);
    }
    return longer.isEmpty() ? QStringLiteral("there is no command %1").arg(printable(positional.first()))
                            : QStringLiteral("%1 needs a second word: %2")
                                  .arg(positional.first(), longer.join(QStringLiteral(" or ")));
}

/// 30m, 24h, 7d; 0; never
tl::expected<std::optional<qint64>, QString> overlapOf(const QString &text) {
    if (text == QStringLiteral("never"))
        return std::optional<qint64>();
    if (text == QStringLiteral("0"))
        return std::optional<qint64>(0);
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const qint64 ms = unit == u'm' ? 60'000 : unit == u'h' ? 3'600'000 : unit == u'd' ? 86'400'000 : 0;
    const auto count = wire::counterFrom(QStringView(text).chopped(text.isEmpty() ? 0 : 1));
    if (ms == 0 || !count || *count > 10'000)
        return tl::unexpected(QStringLiteral("--overlap takes 0, 30m, 24h, 7d or never"));
    return std::optional(*count * ms);
}

/// In the window it is searched for as text, and said; a script would take an empty list for the answer.
QString unknownTerm(const FilterProblem &p) {
    const QString nearest =
        p.nearest.isEmpty() ? QString() : QStringLiteral("; the nearest is %1:").arg(p.nearest);
    return QStringLiteral(
               "--query: there is no term %1:%2; as text it stands in quotes: \"%3\"; see latchkeyctl(1)")
        .arg(p.field, nearest, p.word);
}

tl::expected<KeyQuery, QString> queryOf(const QCommandLineParser &p) {
    QList<FilterProblem> problems;
    parseFilter(p.value(QStringLiteral("query")), &problems);
    const auto unknown = std::find_if(problems.cbegin(), problems.cend(), [](const FilterProblem &f) {
        return f.code == QStringLiteral("unknownField");
    });
    if (unknown != problems.cend())
        return tl::unexpected(unknownTerm(*unknown));
    QList<std::pair<QString, QString>> items;
    for (const auto &[option, parameter] :
         {std::pair{"query", "q"}, std::pair{"environment", "environment"}, std::pair{"sort", "sort"}}) {
        if (p.isSet(QLatin1StringView(option)))
            items.append({QLatin1StringView(parameter),
                          QString::fromLatin1(QUrl::toPercentEncoding(p.value(QLatin1StringView(option))))});
    }
    QUrlQuery query;
    query.setQueryItems(items);
    QList<FieldError> errors;
    wire::QueryReader reader(query.toString(QUrl::FullyEncoded).toUtf8(), errors);
    KeyQuery found = wire::keyQueryFrom(reader);
    if (errors.isEmpty())
        return found;
    bool words = false;
    for (FieldError &e : errors) {
        if (e.code == QStringLiteral("badWord")) // the option's only one
            e.params.insert(QStringLiteral("word"), p.value(e.field).left(100));
        words = words || e.params.contains(QStringLiteral("word"));
    }
    return tl::unexpected(sentenceOf(Error(errors)) +
                          (words ? QStringLiteral("; see latchkeyctl(1)") : QString()));
}

void addOptions(QCommandLineParser &p) {
    const auto value = [&p](const char *name, const char *what, const char *kind) {
        p.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(kind)});
    };
    const auto flag = [&p](const char *name, const char *what) {
        p.addOption({QString::fromLatin1(name), QString::fromLatin1(what)});
    };
    value("server", "", "URL");
    value("token-file", "", "FILE");
    value("ca", "", "FILE");
    value("vault", "", "FILE");
    for (const char *name :
         {"query", "environment", "sort", "limit", "format", "out", "name", "type", "owner", "note", "reason",
          "expires", "scope", "customer", "tag", "ip", "rate", "overlap"})
        value(name, "", "VALUE");
    for (const char *name : {"json", "leaked", "help", "version"})
        flag(name, "");
}

/// Of this command, or of all.
QString usageText(const Command *only) {
    QString text = QStringLiteral(
        "usage: latchkeyctl [--server URL --token-file FILE [--ca FILE] | --vault FILE] [--json] "
        "COMMAND\n");
    for (const Command &c : commands) {
        if (!only || only == &c)
            text +=
                QStringLiteral("  %1 %2").arg(QLatin1StringView(c.words), QString::fromUtf8(c.usage)) + u'\n';
    }
    return text +
           QStringLiteral(
               "LATCHKEY_SERVER, LATCHKEY_TOKEN_FILE and LATCHKEY_VAULT stand in for the first options.\n");
}

} // namespace

tl::expected<Arguments, BadCall> parseArguments(const QStringList &arguments) {
    QCommandLineParser p;
    addOptions(p);
    const bool parsed = p.parse(arguments);
    const Command *command = commandOf(p.positionalArguments());
    const auto wrong = [&](const QString &why) {
        return tl::unexpected(BadCall{printable(why), command ? QLatin1StringView(command->words) : QString(),
                                      p.isSet(QStringLiteral("json"))});
    };
    if (!parsed)
        return wrong(p.errorText());
    if (p.isSet(QStringLiteral("help")) || p.isSet(QStringLiteral("version"))) {
        std::fputs(qPrintable(p.isSet(QStringLiteral("help"))
                                  ? usageText(command)
                                  : QStringLiteral("latchkeyctl " LATCHKEY_VERSION "\n")),
                   stdout);
        return wrong({});
    }
    Arguments a;
    a.command = p.positionalArguments();
    if (!command)
        return wrong(unknownCommand(a.command));
    const auto words = QString::fromLatin1(command->words).count(u' ') + 1;
    if (a.command.size() != words + command->operands)
        return wrong(
            command->operands == 0
                ? QStringLiteral("%1 takes nothing behind it but options")
                      .arg(QLatin1StringView(command->words))
                : QStringLiteral("%1 takes the id of one key").arg(QLatin1StringView(command->words)));
    const QStringList own = QString::fromLatin1(command->options).split(u' ');
    const QStringList set = p.optionNames();
    static const QStringList everywhere{QStringLiteral("server"), QStringLiteral("token-file"),
                                        QStringLiteral("ca"), QStringLiteral("vault"),
                                        QStringLiteral("json")};
    for (const QString &name : set) {
        if (!own.contains(name) && !everywhere.contains(name))
            return wrong(QStringLiteral("%1 takes no --%2").arg(QLatin1StringView(command->words), name));
    }
    const auto text = [&p](const char *name) { return p.value(QLatin1StringView(name)); };
    const auto texts = [&p](const char *name) { return p.values(QLatin1StringView(name)); };
    a.server = text("server");
    a.tokenFile = text("token-file");
    a.authorityFile = text("ca");
    a.vault = text("vault");
    if (a.server.isEmpty() && a.vault.isEmpty()) {
        a.server = qEnvironmentVariable("LATCHKEY_SERVER");
        a.vault = a.server.isEmpty() ? qEnvironmentVariable("LATCHKEY_VAULT") : QString();
    }
    if (a.tokenFile.isEmpty())
        a.tokenFile = qEnvironmentVariable("LATCHKEY_TOKEN_FILE");
    if (a.server.isEmpty() == a.vault.isEmpty())
        return wrong(QStringLiteral("give either --server with --token-file, or --vault"));
    if (!a.server.isEmpty() && a.tokenFile.isEmpty())
        return wrong(QStringLiteral("--server needs --token-file"));
    a.json = p.isSet(QStringLiteral("json"));
    a.leaked = p.isSet(QStringLiteral("leaked"));
    a.out = text("out");
    a.name = text("name");
    a.environment = text("environment");
    a.type = text("type");
    a.owner = text("owner");
    a.note = text("note");
    a.reason = text("reason");
    a.expires = text("expires");
    a.scopes = texts("scope");
    a.customers = texts("customer");
    a.tags = texts("tag");
    a.addresses = texts("ip");
    a.limits = texts("rate");
    if (p.isSet(QStringLiteral("format")))
        a.format = text("format");
    if (a.format != QStringLiteral("csv") && a.format != QStringLiteral("json"))
        return wrong(QStringLiteral("--format is csv or json"));
    if (p.isSet(QStringLiteral("limit"))) {
        const auto limit = wire::counterFrom(text("limit"));
        if (!limit || *limit < 1)
            return wrong(QStringLiteral("--limit takes a number"));
        a.limit = *limit;
    }
    if (p.isSet(QStringLiteral("overlap"))) {
        const auto overlap = overlapOf(text("overlap"));
        if (!overlap)
            return wrong(overlap.error());
        a.overlapMs = *overlap;
    }
    if (a.command.first() == QStringLiteral("list") || a.command.first() == QStringLiteral("export")) {
        auto query = queryOf(p);
        if (!query)
            return wrong(query.error());
        a.query = std::move(*query);
    }
    return a;
}

} // namespace latchkey::ctl
