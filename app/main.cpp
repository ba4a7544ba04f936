#include "app/desktop.h"
#include "app/language.h"
#include "app/verify_audit.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <cstdio>
#include <cstring>

namespace {

void describe(QCommandLineParser &parser) {
    const auto text = [](const char *english) { return QCoreApplication::translate("main", english); };
    parser.setApplicationDescription(
        text(QT_TRANSLATE_NOOP("main", "Creates, restricts and retires API keys.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("vault"),
         text(QT_TRANSLATE_NOOP("main", "Open the vault in <file>; it is made if it is not there.")),
         text(QT_TRANSLATE_NOOP("main", "file"))});
    parser.addOption({QStringLiteral("connection"),
                      text(QT_TRANSLATE_NOOP("main", "Open the connection of this <name>.")),
                      text(QT_TRANSLATE_NOOP("main", "name"))});
    parser.addOption({QStringLiteral("config-dir"),
                      text(QT_TRANSLATE_NOOP("main", "Keep the settings in <folder>.")),
                      text(QT_TRANSLATE_NOOP("main", "folder"))});
    parser.addOption({QStringLiteral("language"),
                      text(QT_TRANSLATE_NOOP("main", "Use the language <code>, such as de.")),
                      text(QT_TRANSLATE_NOOP("main", "code"))});
    parser.addOption({QStringLiteral("verify-audit"),
                      text(QT_TRANSLATE_NOOP("main", "Check an exported audit log in <file>, and end.")),
                      text(QT_TRANSLATE_NOOP("main", "file"))});
}

/// --help, --version and --verify-audit must answer without a display, where a QApplication would abort.
bool asksForTextOnly(int argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        for (const char *option : {"-h", "--help", "--help-all", "-v", "--version", "-?", "--verify-audit"}) {
            if (std::strcmp(argv[i], option) == 0)
                return true;
        }
        if (QByteArrayView(argv[i]).startsWith("--verify-audit="))
            return true;
    }
    return false;
}

/// Where a QApplication would abort without a word.
bool hasNoDisplay(int argc, char **argv) {
#if defined(Q_OS_LINUX)
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "-platform") == 0 || std::strcmp(argv[i], "--platform") == 0)
            return false;
    }
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
           qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return false;
#endif
}

} // namespace

int main(int argc, char *argv[]) {
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QCommandLineParser parser;
    if (asksForTextOnly(argc, argv) || hasNoDisplay(argc, argv)) {
        QCoreApplication app(argc, argv);
        latchkey::useLanguage(app, latchkey::languageOption(QCoreApplication::arguments()));
        describe(parser);
        parser.process(app); // answers --help, --version and what it does not know, and exits
        if (parser.isSet(QStringLiteral("verify-audit")))
            return verifyAudit(parser.value(QStringLiteral("verify-audit")));
        std::fprintf(stderr, "%s\n",
                     qPrintable(QCoreApplication::translate(
                         "main", "Latchkey needs a display: neither DISPLAY nor WAYLAND_DISPLAY is set.")));
        return 1;
    }
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.latchkey.Latchkey"));
    latchkey::useLanguage(app, latchkey::languageOption(QCoreApplication::arguments()));
    describe(parser);
    parser.process(app);
    const QString configDir = parser.isSet(QStringLiteral("config-dir"))
                                  ? parser.value(QStringLiteral("config-dir"))
                                  : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                        QStringLiteral("/latchkey");
    Desktop desktop(app, QDir(configDir).filePath(QStringLiteral("latchkey.ini")));
    desktop.start(parser.isSet(QStringLiteral("vault")) ? parser.value(QStringLiteral("vault"))
                                                        : parser.positionalArguments().value(0),
                  parser.value(QStringLiteral("connection")));
    return QApplication::exec();
}
