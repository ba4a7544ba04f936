#include "tests/gui/languages/language_test.h"

#include "app/language.h"
#include "core/services/sample_keys.h"
#include "tests/gui/languages/fit_check.h"
#include "ui/theme/theme.h"

namespace latchkey::ui {

QStringList LanguageTest::speak(QApplication &app) {
    const QStringList arguments = QCoreApplication::arguments();
    QStringList rest{arguments.first()};
    bool dark = false;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == QStringLiteral("--language"))
            language = arguments.value(++i);
        else if (arguments.at(i) == QStringLiteral("--pictures"))
            pictures = arguments.value(++i);
        else if (arguments.at(i) == QStringLiteral("--dark"))
            dark = true;
        else
            rest.append(arguments.at(i));
    }
    useLanguage(app, language);
    applyTheme(app, dark ? ThemeChoice::Dark : ThemeChoice::Light, dark);
    return rest;
}

void LanguageTest::look(QWidget *w, const char *what) {
    QTest::qWait(0); // what was added shows itself by an event
    (void)QTest::qWaitFor([w] { return misfits(w).isEmpty(); }, 500); // layouts come to rest
    const QString where =
        QStringLiteral("%1 (%2×%3)").arg(QLatin1StringView(what)).arg(w->width()).arg(w->height());
    QStringList bad = misfits(w);
    if (language.startsWith(QStringLiteral("pseudo")))
        bad += untranslated(w, m_own);
    else // its letters are not those of a language
        bad += sameLetters(w);
    for (const QString &b : bad) {
        qInfo().noquote() << where << b; // the verdict of QtTest is cut after some lines
        m_bad.append(where + QStringLiteral(": ") + b);
    }
    if (!pictures.isEmpty())
        w->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                           .arg(pictures, language, QLatin1StringView(what))
                           .arg(++m_picture));
}

void LanguageTest::verdict() {
    m_bad.removeDuplicates();
    const QString all = std::exchange(m_bad, {}).join(u'\n');
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all));
}

void LanguageTest::own(const ApiKey &k) {
    const KeyConfig &c = k.config;
    for (const QString &t : {c.name, c.owner, c.note, c.storedIn, k.id.toString(), k.lastUsedFrom,
                             k.createdBy, k.changedBy, k.credentialId.toString()})
        m_own.insert(t);
    for (const QStringList &list : {c.customers, c.tags})
        m_own.unite(QSet<QString>(list.begin(), list.end()));
}

void LanguageTest::collectOwn() {
    const Catalogue c = f->vault.backend->catalogue();
    for (const ResourceInfo &r : c.resources()) {
        m_own.unite({r.name, r.description, r.group, r.id});
        for (const ScopeInfo &s : r.scopes)
            m_own.unite({s.name, s.description, s.phrase, s.scope.toString()});
    }
    for (const KeyTemplate &t : c.templates())
        m_own.unite({t.name, t.description});
    const auto ids = f->vault.ids();
    const auto keys = *waitFor(f->vault.backend->rows(ids));
    for (const ApiKey &k : keys)
        own(k);
    const auto customers = *waitFor(f->vault.backend->customers());
    for (const Customer &one : customers)
        m_own.unite({one.id, one.name});
    m_own.unite({f->vault.backend->info().name, f->settings->fileName()});
}

ApiKey LanguageTest::keyThat(std::function<bool(const ApiKey &)> fits) {
    const auto keys = *waitFor(f->vault.backend->rows(f->vault.ids()));
    for (const ApiKey &k : keys) {
        if (fits(k))
            return k;
    }
    return keys.first();
}

void LanguageTest::resize(QSize s) {
    f->window->resize(s);
    QTRY_COMPARE(f->window->size(), s);
}

void LanguageTest::initTestCase() {
    f = std::make_unique<WindowFixture>();
    QVERIFY(waitFor(addSampleKeys(*f->vault.backend, f->vault.clock.now())));
    QTRY_VERIFY(f->model().rowCount() > 10);
    f->choose(f->model().idAt(0));
    collectOwn();
}

} // namespace latchkey::ui
