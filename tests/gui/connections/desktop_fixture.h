#pragma once

#include "app/desktop.h"
#include "tests/support/test_vault.h"
#include "ui/connections/connections_window.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

namespace latchkey::ui {

/// The program with settings of its own; its vaults lie beside them.
class DesktopFixture {
public:
    QTemporaryDir dir;
    std::unique_ptr<Desktop> desktop;

    DesktopFixture() { make(); }
    ~DesktopFixture() { close(); }
    void make() { desktop = std::make_unique<Desktop>(*qApp, settingsFile()); }
    void close() {
        if (desktop && desktop->window())
            desktop->window()->close();
        desktop.reset();
    }
    void restart() {
        close();
        make();
    }
    [[nodiscard]] QString settingsFile() const { return dir.filePath(QStringLiteral("config/latchkey.ini")); }
    [[nodiscard]] QByteArray settings() const {
        QFile f(settingsFile());
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }

    static bool says(const QWidget *in, const QString &text) {
        const auto labels = in->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *l) {
            return l->isVisible() && (l->text().contains(text) || l->accessibleName().contains(text));
        });
    }
    static QString texts(const QWidget *in) {
        QStringList all;
        for (const auto labels = in->findChildren<QLabel *>(); const QLabel *l : labels) {
            if (l->isVisible())
                all.append(l->text());
        }
        return all.join(u'|');
    }
    static void fill(const QWidget *in, const char *field, const QString &text) {
        QWidget *w = in->findChild<QWidget *>(QLatin1StringView(field));
        QVERIFY2(w, field);
        auto *edit = qobject_cast<QLineEdit *>(w);
        if (!edit)
            edit = w->findChild<QLineEdit *>();
        QVERIFY2(edit && edit->isVisible(), field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        edit->insert(text); // as pasted
    }
    static void choose(const QWidget *in, const char *field, int index) {
        auto *box = in->findChild<QComboBox *>(QLatin1StringView(field));
        QVERIFY2(box, field);
        box->setCurrentIndex(index);
    }
    static void press(const QWidget *in, const char *button) {
        auto *b = in->findChild<QPushButton *>(QLatin1StringView(button));
        QTRY_VERIFY2(b && b->isVisible() && b->isEnabled(), button); // as a person waits
        QTest::mouseClick(b, Qt::LeftButton);
    }
};

} // namespace latchkey::ui
