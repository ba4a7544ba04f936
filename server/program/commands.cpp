#include "server/program/commands.h"

#include "core/backend/rule_store.h"
#include "core/backend/vault_backend.h"
#include "core/model/futures.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_vault.h"
#include "core/token/token.h"
#include "server/auth/bootstrap.h"
#include "server/ops/foreign_lines.h"
#include "server/program/daemon.h"
#include "server/program/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <sys/resource.h>

namespace latchkey::server {

namespace {

constexpr const char *usage =
    "usage: latchkeyd init --vault FILE | --postgres URI [--name NAME] [--prefix PREFIX]\n"
    "       latchkeyd serve --vault FILE | --postgres URI [--listen ADDRESS:PORT]… "
    "[--config FILE] [--ready-file FILE]\n"
    "       latchkeyd check --config FILE [--vault FILE | --postgres URI]\n";

int wrongCall(const QString &what) {
    std::fprintf(stderr, "latchkeyd: %s\n%s", qPrintable(what), usage);
    return 2;
}

int sayProblems(const QList<ConfigProblem> &problems) {
    for (const ConfigProblem &p : problems)
        std::fprintf(stderr, "%s\n", qPrintable(p.toString()));
    return 1;
}

QCommandLineOption option(const char *name, const char *what) {
    return {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1("value")};
}

/// Why these two do not name one vault; empty if they do.
QString problemOf(const QString &file, const QString &uri) {
    if (file.isEmpty() == uri.isEmpty())
        return QStringLiteral("one of --vault and --postgres is needed");
    if (uri.isEmpty())
        return {};
    const auto address = parsePostgresAddress(uri);
    if (!address) {
        QStringList faults;
        for (const FieldError &f : address.error().fields)
            faults.append(f.field + QStringLiteral(": ") + f.code);
        return QStringLiteral("--postgres: ") + faults.join(QStringLiteral(", "));
    }
    return address->password.isEmpty()
               ? QString()
               : QStringLiteral("everybody can read a program's arguments: the password belongs "
                                "into a file, passfile=… in the URI");
}

/// The token of the first admin, once: nothing else ever knows it.
void printFirstAdmin(VaultBackend &vault, const Clock &clock, QObject *context) {
    createFirstAdmin(vault, clock, QStringLiteral("admin"), context) |
        then(context, [&vault](const Result<std::shared_ptr<const SecretBytes>> &token) {
            if (!token) {
                std::fprintf(stderr, "latchkeyd: %s\n", qPrintable(sentenceOf(token.error())));
                return QCoreApplication::exit(1);
            }
            std::fprintf(stderr,
                         "%s is ready for latchkeyd serve.\nIts first admin token, which is shown "
                         "only here:\n",
                         qPrintable(vault.info().location));
            std::printf("%.*s\n", static_cast<int>((*token)->size()), (*token)->data());
            QCoreApplication::exit(0);
        });
}

int init(const QCoreApplication &app, const QCommandLineParser &args) {
    const QString path = args.value(QStringLiteral("vault")), uri = args.value(QStringLiteral("postgres"));
    if (const QString problem = problemOf(path, uri); !problem.isEmpty())
        return wrongCall(problem);
    const SystemClock clock;
    OpenOptions options;
    options.name = args.value(QStringLiteral("name"));
    options.actor = QStringLiteral("latchkeyd init");
    if (args.isSet(QStringLiteral("prefix")))
        options.prefix = args.value(QStringLiteral("prefix"));
    if (!token::isPrefix(options.prefix))
        return wrongCall(QStringLiteral("--prefix is a letter and 1 to 9 letters or digits, in lower case"));
    std::shared_ptr<VaultBackend> vault;
    QObject context; // goes before the vault
    const auto opening = uri.isEmpty() ? openLocalVault(path, options, clock)
                                       : openPostgresVault(uri,
                                                           {.name = options.name,
                                                            .prefix = options.prefix,
                                                            .actor = options.actor,
                                                            .catalogueJson = {}},
                                                           clock);
    opening | then(&context, [&](const Result<std::shared_ptr<VaultBackend>> &opened) {
        if (!opened) {
            std::fprintf(stderr, "latchkeyd: %s\n", qPrintable(sentenceOf(opened.error())));
            return QCoreApplication::exit(1);
        }
        vault = *opened;
        vault->principals()->all() | then(&context, [&](const Result<QList<PrincipalRecord>> &known) {
            if (known && known->isEmpty())
                return printFirstAdmin(*vault, clock, &context);
            std::fprintf(
                stderr, "latchkeyd: %s\n",
                qPrintable(
                    known ? QStringLiteral("there are principals in %1 already").arg(vault->info().location)
                          : sentenceOf(known.error())));
            QCoreApplication::exit(1);
        });
    });
    return app.exec();
}

int saySo(const QString &file, const ConfigResult &config, const QList<ConfigProblem> &more) {
    if (!config || !more.isEmpty())
        return sayProblems((config ? QList<ConfigProblem>() : config.error()) + more);
    if (config->fixedRules)
        std::printf("%s: good, %lld rules\n", qPrintable(file),
                    static_cast<long long>(config->fixedRules->size()));
    else
        std::printf("%s: good, with the rules of the vault\n", qPrintable(file));
    return 0;
}

/// The configuration alone, or with a vault: then what rules ask for is held against its catalogue.
int check(const QCoreApplication &app, const QCommandLineParser &args) {
    const QString file = args.value(QStringLiteral("config")), path = args.value(QStringLiteral("vault")),
                  uri = args.value(QStringLiteral("postgres"));
    if (file.isEmpty())
        return wrongCall(QStringLiteral("check needs --config"));
    if (path.isEmpty() && uri.isEmpty())
        return saySo(file, loadConfig(file), {});
    if (const QString problem = problemOf(path, uri); !problem.isEmpty())
        return wrongCall(problem);
    const SystemClock clock;
    std::shared_ptr<VaultBackend> vault;
    QObject context; // goes before the vault
    const auto withoutVault = [&file](const Error &e) {
        QCoreApplication::exit(saySo(file, loadConfig(file), {{{}, {}, 0, 0, sentenceOf(e)}}));
    };
    openExisting(path, uri, clock) | then(&context, [&](const Result<std::shared_ptr<VaultBackend>> &opened) {
        if (!opened)
            return withoutVault(opened.error());
        vault = *opened;
        vault->rules()->rules() | then(&context, [&](const Result<RuleBook> &book) {
            if (!book)
                return withoutVault(book.error());
            const Catalogue catalogue = vault->catalogue();
            QCoreApplication::exit(saySo(file, loadConfig(file, &catalogue),
                                         problemsOf(book->kept.rules, catalogue, vault->info().location)));
        });
    });
    return app.exec();
}

/// Each connection is an open file.
void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int serve(const QCoreApplication &app, const QCommandLineParser &args) {
    ServeOptions options;
    options.vault = args.value(QStringLiteral("vault"));
    options.config = args.value(QStringLiteral("config"));
    options.readyFile = args.value(QStringLiteral("ready-file"));
    options.listen = args.values(QStringLiteral("listen"));
    options.postgres = args.value(QStringLiteral("postgres"));
    if (const QString problem = problemOf(options.vault, options.postgres); !problem.isEmpty())
        return wrongCall(problem);
    auto config = configFor(options.config, options.listen);
    if (!config)
        return sayProblems(config.error());
    raiseFileLimit();
    const Signals signals_; // before any thread
    Log log;
    const ForeignLines lines(log);
    Daemon daemon(options, std::make_shared<const ServerConfig>(std::move(*config)), log);
    QObject::connect(&signals_, &Signals::terminated, &daemon, &Daemon::stop);
    QObject::connect(&signals_, &Signals::hungUp, &daemon, &Daemon::reload);
    daemon.start();
    return app.exec();
}

} // namespace

int runLatchkeyd(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("latchkeyd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({option("vault", "The vault's file."),
                       option("postgres", "The address of a vault in PostgreSQL, without its password."),
                       option("config", "The configuration file."),
                       option("listen", "Address and port, in place of the configuration's."),
                       option("ready-file", "Written when it listens: the addresses, as JSON."),
                       option("name", "The name of a new vault."),
                       option("prefix", "The prefix of a new vault's tokens.")});
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("init, serve or check"));
    if (!parser.parse(QCoreApplication::arguments()))
        return wrongCall(parser.errorText());
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        std::printf("latchkeyd %s\n%s", LATCHKEY_VERSION, parser.isSet(QStringLiteral("help")) ? usage : "");
        return 0;
    }
    const QStringList commands = parser.positionalArguments();
    if (commands.size() != 1)
        return wrongCall(QStringLiteral("one command is needed"));
    if (commands.first() == u"init")
        return init(app, parser);
    if (commands.first() == u"serve")
        return serve(app, parser);
    if (commands.first() == u"check")
        return check(app, parser);
    return wrongCall(QStringLiteral("there is no command %1").arg(commands.first()));
}

} // namespace latchkey::server
