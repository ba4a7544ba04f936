#pragma once

#include "tests/gui/shell/window_fixture.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

namespace latchkey::ui {

/// A part of the program in one language: `gui_languages --language de [--pictures FOLDER] [--dark]`.
class LanguageTest : public QObject {
    Q_OBJECT
public:
    /// Takes what is its own from the arguments, and gives QtTest's; the program then is in that language.
    static QStringList speak(QApplication &app);

protected:
    static inline QString language, pictures;
    static inline const QList<QSize> sizes{{1280, 800}, {900, 560}};
    std::unique_ptr<WindowFixture> f;
    QSet<QString> m_own;
    QStringList m_bad;
    int m_picture = 0;

    void look(QWidget *w, const char *what);
    void verdict();
    void own(const ApiKey &k);
    void collectOwn();
    ApiKey keyThat(std::function<bool(const ApiKey &)> fits);
    void resize(QSize s);

    template<typename T>
    T *sheet() {
        T *found = nullptr;
        [&] { QTRY_VERIFY((found = f->shown<T>())); }();
        QTest::qWait(1);
        return found;
    }
    /// Away with a sheet that would ask first.
    static void leave(QDialog *dialog) {
        const QPointer<QDialog> watched(dialog);
        dialog->hide();
        dialog->deleteLater();
        QTRY_VERIFY(!watched);
    }
    template<typename T>
    void gone(T *dialog) {
        const QPointer<T> watched(dialog);
        dialog->reject();
        QTRY_VERIFY(!watched || !watched->isVisible());
    }

private slots:
    void initTestCase();
    void cleanupTestCase() { f.reset(); }
    void init() { collectOwn(); }
    void cleanup() { m_bad.clear(); }
};

template<typename Test>
int runInLanguage(int argc, char *argv[]) {
    QApplication app(argc, argv);
    const QStringList rest = LanguageTest::speak(app);
    Test test;
    return QTest::qExec(&test, rest);
}

} // namespace latchkey::ui
