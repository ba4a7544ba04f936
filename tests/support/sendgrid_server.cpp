#include "tests/support/fake_sendgrid.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

/// SendGrid's API on this machine, for a person with a desktop: says its address and the key to sign in with.
int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("0: any"), QStringLiteral("n"),
                                  QStringLiteral("0"));
    const QCommandLineOption keys(QStringLiteral("keys"), QStringLiteral("how many there are"),
                                  QStringLiteral("n"), QStringLiteral("42"));
    const QCommandLineOption delay(QStringLiteral("delay"), QStringLiteral("of each answer"),
                                   QStringLiteral("ms"), QStringLiteral("0"));
    const QCommandLineOption limit(QStringLiteral("limit"), QStringLiteral("requests a minute, 0: none"),
                                   QStringLiteral("n"), QStringLiteral("0"));
    options.addOptions({port, keys, delay, limit});
    options.process(app);
    latchkey::FakeSendGrid server;
    server.delayMs = options.value(delay).toInt();
    server.perWindow = options.value(limit).toInt();
    server.windowMs = 60'000;
    server.propagationMs = 3'000;
    QStringList backoffice = server.scopes; // billing permissions stand in a key of their own
    backoffice.removeIf([](const QString &s) { return s.startsWith(QStringLiteral("billing.")); });
    const QList<QStringList> sets{{QStringLiteral("mail.send")},
                                  {QStringLiteral("stats.read"), QStringLiteral("stats.global.read")},
                                  {QStringLiteral("templates.read"), QStringLiteral("templates.create"),
                                   QStringLiteral("templates.update"), QStringLiteral("templates.delete")},
                                  {QStringLiteral("billing.read")},
                                  backoffice};
    const QStringList names{QStringLiteral("Newsletter"), QStringLiteral("Reporting"),
                            QStringLiteral("Templates"), QStringLiteral("Invoices"),
                            QStringLiteral("Backoffice")};
    for (int i = 0; i < options.value(keys).toInt(); ++i)
        server.add(i < 5 ? names[i] : QStringLiteral("%1 %2").arg(names[i % 5]).arg(i), sets[i % 5]);
    if (!server.listen(static_cast<quint16>(options.value(port).toInt())))
        return 1;
    std::printf("%s\n%s\n", qPrintable(server.url()), server.callerKey().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
