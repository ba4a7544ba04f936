#include "server/ctl/commands.h"

#include <QCoreApplication>

#include <cstdio>

namespace latchkey::ctl {

void Run::say(const QString &what) {
    std::fprintf(stderr, "latchkeyctl: %s\n", qPrintable(what));
}

void Run::fail(const QString &what, Status status) const {
    if (arguments.json)
        printProblem(status, what);
    say(what);
    finish(status);
}

void Run::fail(const Error &error) const {
    if (arguments.json)
        printProblem(error);
    say(sentenceOf(error));
    finish(statusOf(error));
}

void Run::withKey(const std::function<void(const ApiKey &)> &f) const {
    const auto id = KeyId::fromString(arguments.operand(1));
    if (!id)
        return fail(QStringLiteral("an id has 12 letters and digits"), WrongCall);
    keys.backend().rows({*id}) | then(&context, [this, f](const Result<QList<ApiKey>> &rows) {
        if (!rows)
            return fail(rows.error());
        if (rows->isEmpty() || rows->first().state == KeyState::Purged)
            return fail(Error(ErrorCode::NotFound));
        f(rows->first());
    });
}

namespace {

void start(const RunPtr &run) {
    using Do = void (*)(const RunPtr &);
    static constexpr std::pair<const char *, Do> all[] = {{"list", list},
                                                          {"show", show},
                                                          {"create", create},
                                                          {"rotate", rotate},
                                                          {"revoke", changeState},
                                                          {"activate", changeState},
                                                          {"deactivate", changeState},
                                                          {"delete", changeState},
                                                          {"verify", verify},
                                                          {"export", exportKeys}};
    const QString word = run->arguments.operand(0);
    if (word == QStringLiteral("audit"))
        return run->arguments.operand(1) == QStringLiteral("export") ? auditExport(run) : auditVerify(run);
    for (const auto &[name, f] : all) {
        if (word == QLatin1StringView(name))
            return f(run);
    }
}

Status refuse(const BadCall &call) {
    if (call.json)
        printProblem(WrongCall, call.what);
    Run::say(call.what);
    std::fprintf(stderr, "See latchkeyctl %s%s--help.\n", qPrintable(call.command),
                 call.command.isEmpty() ? "" : " ");
    return WrongCall;
}

} // namespace

int runLatchkeyctl(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const auto arguments = parseArguments(QCoreApplication::arguments());
    if (!arguments)
        return arguments.error().what.isEmpty() ? Good : refuse(arguments.error());
    const SystemClock clock;
    SessionStore secrets;
    Session session;
    std::unique_ptr<KeyService> keys;
    QObject context; // goes first
    openSession(*arguments, clock) | then(&context, [&](const Result<Session> &opened) {
        if (!opened) {
            if (arguments->json)
                printProblem(opened.error());
            Run::say(sentenceOf(opened.error()));
            return QCoreApplication::exit(statusOf(opened.error()));
        }
        session = *opened;
        keys = std::make_unique<KeyService>(*session.backend, secrets, clock, session.principal);
        start(std::make_shared<const Run>(
            Run{*arguments, *keys, context, [](int status) { QCoreApplication::exit(status); }}));
    });
    return QCoreApplication::exec();
}

} // namespace latchkey::ctl
