// The desktop portal's wishes, told by a portal of the test's own on a private session bus
// (dbus-run-session).
#include "ui/platform/color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;

/// Answers as xdg-desktop-portal does: Read wraps its variant twice.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    QMap<QString, uint> values;
    void change(const QString &key, uint value) {
        values[key] = value;
        emit SettingChanged(QStringLiteral("org.freedesktop.appearance"), key, QDBusVariant(value));
    }

public slots:
    QDBusVariant Read(const QString &, const QString &key) {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class TestColorScheme : public QObject {
    Q_OBJECT
private slots:
    void followsThePortal() {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
        QVERIFY2(bus.isConnected(), "needs a session bus of its own");
        FakePortal portal;
        portal.values = {{QStringLiteral("color-scheme"), 1}};
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        ColorScheme scheme;
        QSignalSpy changed(&scheme, &ColorScheme::changed);
        QVERIFY(!scheme.dark()); // the palette's word, until the portal answers
        QTRY_VERIFY(scheme.dark());
        portal.change(QStringLiteral("color-scheme"), 2);
        QTRY_VERIFY(!scheme.dark());
        QVERIFY(!scheme.highContrast());
        portal.change(QStringLiteral("contrast"), 1);
        QTRY_VERIFY(scheme.highContrast());
        portal.change(QStringLiteral("reduced-motion"), 1);
        QTRY_VERIFY(scheme.reducedMotion());
        const auto before = changed.size();
        portal.change(QStringLiteral("accent-color"), 3); // not ours
        portal.change(QStringLiteral("color-scheme"), 1);
        QTRY_VERIFY(scheme.dark());
        QCOMPARE(changed.size(), before + 1);
    }
};

QTEST_MAIN(TestColorScheme)
#include "test_color_scheme.moc"
