#include "app/language.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initResources() { // a macro that may not stand in a namespace
    Q_INIT_RESOURCE(translations);
}

namespace latchkey {

namespace {

const QString Folder = QStringLiteral(":/i18n");

/// The first language asked for that Latchkey speaks: "de" for "de-AT".
QString chosen(const QStringList &wanted) {
    for (const QString &language : wanted) {
        QString name = QString(language).replace(u'-', u'_');
        while (!name.isEmpty()) {
            if (QFileInfo::exists(Folder + QStringLiteral("/latchkey_%1.qm").arg(name)))
                return name;
            name = name.left(qMax<qsizetype>(0, name.lastIndexOf(u'_')));
        }
    }
    return QStringLiteral("en"); // the plural forms
}

} // namespace

void useLanguage(QCoreApplication &app, const QString &code) {
    initResources();
    const bool pseudo = code.startsWith(QStringLiteral("pseudo"));
    const QLocale locale = code.isEmpty() ? QLocale() : QLocale(pseudo ? QStringLiteral("en") : code);
    QLocale::setDefault(locale);
    const QString language = chosen(code.isEmpty() ? locale.uiLanguages() : QStringList{code});
    // One language for both: a German button in an English sheet would be neither.
    for (const auto &[name, folder] :
         {std::pair{QStringLiteral("qtbase_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("latchkey_"), Folder}}) {
        auto *translator = new QTranslator(&app);
        if (translator->load(name + language, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
    if (qobject_cast<QGuiApplication *>(&app))
        QGuiApplication::setLayoutDirection(code == QStringLiteral("pseudo_rtl") ? Qt::RightToLeft
                                                                                 : locale.textDirection());
}

QString languageOption(const QStringList &arguments) {
    const QString option = QStringLiteral("--language");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == option)
            return arguments.value(i + 1);
        if (arguments.at(i).startsWith(option + u'='))
            return arguments.at(i).mid(option.size() + 1);
    }
    return {};
}

} // namespace latchkey
