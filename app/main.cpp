#include "app/desktop.h"

#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>
#include <cstdio>
#include <cstring>

namespace {

void describe(QCommandLineParser &parser) {
    parser.setApplicationDescription(QStringLiteral("Creates, restricts and retires API keys."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("vault"),
                      QStringLiteral("Open the vault in <file>; it is made if it is not there."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("config-dir"), QStringLiteral("Keep the settings in <folder>."),
                      QStringLiteral("folder")});
    parser.addOption({QStringLiteral("language"), QStringLiteral("Use the language <code>, such as de."),
                      QStringLiteral("code")});
}

/// --help and --version must answer without a display, where a QApplication would abort.
bool asksForTextOnly(int argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        for (const char *option : {"-h", "--help", "--help-all", "-v", "--version", "-?"}) {
            if (std::strcmp(argv[i], option) == 0)
                return true;
        }
    }
    return false;
}

void install(QCoreApplication &app, const QLocale &locale) {
    QLocale::setDefault(locale);
    for (const auto &[name, folder] :
         {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("latchkey"), QStringLiteral(":/i18n")}}) {
        auto *translator = new QTranslator(&app);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace

int main(int argc, char *argv[]) {
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (asksForTextOnly(argc, argv)) {
        QCoreApplication app(argc, argv);
        parser.process(app); // answers and exits
    }
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.latchkey.Latchkey"));
    parser.process(app);
    const QString language = parser.value(QStringLiteral("language"));
    install(app, language.isEmpty() ? QLocale() : QLocale(language));
    app.setLayoutDirection(QLocale().textDirection());
    const QString configDir = parser.isSet(QStringLiteral("config-dir"))
                                  ? parser.value(QStringLiteral("config-dir"))
                                  : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                        QStringLiteral("/latchkey");
    Desktop desktop(app, QDir(configDir).filePath(QStringLiteral("latchkey.ini")));
    desktop.start(parser.isSet(QStringLiteral("vault")) ? parser.value(QStringLiteral("vault"))
                                                        : parser.positionalArguments().value(0));
    return QApplication::exec();
}
