#include "dialog_fixture.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/ip_field.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/permissions/permission_tree.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>

using namespace latchkey;
using namespace latchkey::ui;

/// Bad input: a clear message under its field, and nothing is lost.
class TestCreateInput : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_f;
    std::unique_ptr<CreateWindow> m_w;
    [[nodiscard]] QString error(const char *field) const {
        return m_w->form().row(QLatin1StringView(field))->error();
    }
    [[nodiscard]] bool creatable() const {
        const auto all = m_w->findChildren<QPushButton *>();
        return std::any_of(all.begin(), all.end(), [](auto *b) {
            return b->text() == QStringLiteral("Create key") && b->isEnabled();
        });
    }
    template<typename T>
    T *find(const char *name) {
        return m_w->findChild<T *>(QLatin1StringView(name));
    }

private slots:
    void init() {
        m_f = std::make_unique<DialogFixture>();
        m_w = std::make_unique<CreateWindow>(m_f->context());
        m_w->startNew(Environment::Staging);
        m_w->show();
        auto &m = m_w->form().permissions().model();
        m.choose(m.find(QStringLiteral("leads")), AccessLevel::Read);
        find<QLineEdit>("name")->setText(QStringLiteral("Good"));
        QVERIFY(creatable());
    }
    void cleanup() {
        m_w.reset();
        m_f.reset();
    }

    void names_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("spaces") << QStringLiteral("   ") << false;
        QTest::newRow("100") << QString(100, QLatin1Char('x')) << true;
        QTest::newRow("101") << QString(101, QLatin1Char('x')) << false;
        QTest::newRow("control") << QStringLiteral("a\u0007b") << false;
        QTest::newRow("rtl override") << QStringLiteral("a\u202Egnp.exe") << false;
        QTest::newRow("emoji") << QStringLiteral("🔑 Schlüssel 🚀") << true;
        QTest::newRow("markup") << QStringLiteral("<b>x</b>") << true;
    }
    void names() {
        QFETCH(QString, name);
        QFETCH(bool, good);
        find<QLineEdit>("name")->setText(name);
        QCOMPARE(creatable(), good);
        QCOMPARE(error("name").isEmpty(), good);
        QCOMPARE(find<QLineEdit>("name")->text().size(), name.size()); // kept as typed
    }

    /// Tab comes to "No limit" where it is seen: after the counts.
    void noLimitComesAfterTheCounts() {
        QStringList order;
        const QWidget *from = find<QWidget>("limits");
        for (QWidget *w = find<QLineEdit>("name")->nextInFocusChain(); w != find<QLineEdit>("name");
             w = w->nextInFocusChain()) {
            if (from->isAncestorOf(w) && (w->focusPolicy() & Qt::TabFocus))
                order.append(qobject_cast<QCheckBox *>(w) ? QStringLiteral("none") : w->objectName());
        }
        QCOMPARE(order, QStringList({QStringLiteral("limits.second"), QStringLiteral("limits.minute"),
                                     QStringLiteral("limits.hour"), QStringLiteral("limits.day"),
                                     QStringLiteral("none")}));
    }

    void counts_data() {
        QTest::addColumn<QString>("count");
        QTest::addColumn<bool>("good");
        QTest::newRow("0") << QStringLiteral("0") << false;
        QTest::newRow("-1") << QStringLiteral("-1") << false;
        QTest::newRow("2^63") << QStringLiteral("9223372036854775808") << false;
        QTest::newRow("1e3") << QStringLiteral("1e3") << false;
        QTest::newRow("text") << QStringLiteral("many") << false;
        QTest::newRow("100") << QStringLiteral("100") << true;
        QTest::newRow("none") << QString() << true;
    }
    void counts() {
        QFETCH(QString, count);
        QFETCH(bool, good);
        find<QLineEdit>("limits.minute")->setText(QStringLiteral("5"));
        find<QLineEdit>("limits.minute")->setText(count);
        QCOMPARE(creatable(), good);
        QCOMPARE(error("limits").isEmpty(), good);
    }

    void tenThousandAddressesAreFastAndBadLinesNamed() {
        QString text;
        for (int i = 0; i < 9998; ++i)
            text += QStringLiteral("10.%1.%2.%3\n").arg(i % 200).arg(i / 200 % 200).arg(i % 250);
        auto *ips = find<IpField>("allowedIps");
        QElapsedTimer clock;
        clock.start();
        ips->setPlainText(text + QStringLiteral("10.0.0.1/33\nnot an address\n"));
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(!creatable());
        QVERIFY2(error("allowedIps").contains(QStringLiteral("Line 9999")), qPrintable(error("allowedIps")));
        QCOMPARE(ips->badLines().size(), 2);
        ips->setPlainText(QStringLiteral("203.0.113.0/24\n2001:db8::/48"));
        QVERIFY(creatable());
        QCOMPARE(m_w->form().config().allowedIps.size(), 2);
    }

    void pastDatesAreRefused() {
        auto *choice = find<QWidget>("expires")->findChild<QComboBox *>();
        choice->setCurrentIndex(choice->findText(QStringLiteral("Custom date and time")));
        auto *date = find<QWidget>("expires")->findChild<QDateTimeEdit *>();
        QVERIFY(date->isVisible());
        date->setDateTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
        QVERIFY(!creatable());
        QCOMPARE(error("expires"), QStringLiteral("Choose a time in the future."));
        choice->setCurrentIndex(choice->findText(QStringLiteral("Never")));
        QVERIFY(creatable());
        QVERIFY(!m_w->form().config().expires);
    }

    void aDateIsTypedFromLeftToRight() {
        auto *choice = find<QWidget>("expires")->findChild<QComboBox *>();
        choice->setCurrentIndex(choice->findText(QStringLiteral("Custom date and time")));
        auto *date = find<QWidget>("expires")->findChild<QDateTimeEdit *>();
        date->setFocus();
        QTest::keyClick(date, Qt::Key_Home);
        QTest::keyClicks(date, QStringLiteral("203101021530"));
        QCOMPARE(date->text(), QStringLiteral("2031-01-02 15:30"));
    }

    void ninetyDaysEndWithTheDay() {
        QCOMPARE(m_w->form().config().expires->toIso(), QStringLiteral("2026-06-12T23:59:59.999Z"));
    }
};

QTEST_MAIN(TestCreateInput)
#include "test_create_input.moc"
