#include "core/model/customer.h"
#include "ui/customers/customer_sheet.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/revoke_sheet.h"
#include "ui/dialogs/rotate/stop_old_sheet.h"
#include "ui/shell/confirm_sheet.h"
#include "ui/shell/name_sheet.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/theme/sheet_place.h"
#include "ui/transfer/export_sheet.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace latchkey;
using namespace latchkey::ui;

/// One rule for the keys of every sheet.
class SheetKeysRule : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    using Make = std::function<std::unique_ptr<QDialog>(const QString &folder)>;

    static ApiKey key() {
        ApiKey k;
        k.id = k.credentialId = *KeyId::fromString(u"k00000000000");
        k.config.name = QStringLiteral("Mail");
        k.rotatedAt = Instant(1'800'000'000'000);
        return k;
    }
    static Instant now() { return Instant(1'800'000'100'000); }

private slots:
    void rule_data() {
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("destroys");
        const auto row = [](const char *tag, Make make, const char *first, bool destroys) {
            QTest::newRow(tag) << std::move(make) << QString::fromLatin1(first) << destroys;
        };
        row(
            "name",
            [](const QString &) {
                return std::make_unique<NameSheet>(
                    NameSheet::Words{QStringLiteral("Save"), QStringLiteral("Name"), QStringLiteral("Save")},
                    QStringLiteral("Mine"), [](const QString &) { return QString(); }, nullptr);
            },
            "", false);
        row(
            "new vault",
            [](const QString &folder) { return std::make_unique<NewVaultSheet>(folder, nullptr); },
            "createVault", false);
        row(
            "export",
            [](const QString &folder) {
                return std::make_unique<ExportSheet>(0, 3, folder, QStringLiteral("2026-03-14"), nullptr);
            },
            "exportStart", false);
        row(
            "confirm",
            [](const QString &) {
                return std::make_unique<ConfirmSheet>(QStringLiteral("Rename?"), QStringLiteral("Team"),
                                                      QStringLiteral("Rename"), nullptr);
            },
            "confirm", true);
        row(
            "delete",
            [](const QString &) {
                return std::make_unique<DeleteSheet>(key(), 1, false, 30, now(), nullptr);
            },
            "confirmDelete", true);
        row(
            "revoke", [](const QString &) { return std::make_unique<RevokeSheet>(key(), now(), nullptr); },
            "confirmRevoke", true);
        row(
            "stop the old key",
            [](const QString &) { return std::make_unique<StopOldSheet>(key(), now(), nullptr); },
            "confirmStopOld", true);
        row(
            "delete customer",
            [](const QString &) {
                return std::make_unique<CustomerDeleteSheet>(
                    Customer{QStringLiteral("c1"), QStringLiteral("Acme"), {}}, 1,
                    QStringList{QStringLiteral("Mail")}, nullptr);
            },
            "confirmDeleteCustomer", true);
    }
    void rule() {
        QFETCH(Make, make);
        QFETCH(QString, first);
        QFETCH(bool, destroys);
        const std::unique_ptr<QDialog> sheet = make(m_folder.path());
        QPushButton *main = nullptr;
        for (auto *b : sheet->findChildren<QPushButton *>()) {
            if (first.isEmpty() ? b->property("primary").toBool() : b->objectName() == first)
                main = b;
        }
        QVERIFY(main);
        QCOMPARE(main->isDefault(), !destroys);
        QSignalSpy pressed(main, &QPushButton::clicked), left(sheet.get(), &QDialog::rejected);
        sheet->show();
        QVERIFY(main->isEnabled());
        // Return in a field.
        QWidget *at = sheet->findChild<QLineEdit *>();
        if (!at) // of the sheets without a field each destroys
            at = main;
        at->setFocus();
        QTest::keyClick(at, Qt::Key_Return);
        QCOMPARE(pressed.count(), destroys ? 0 : 1);
        // Ctrl+Enter from wherever one is.
        sheet->show();
        QTest::keyClick(sheet.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(pressed.count(), destroys ? 1 : 2);
        // Esc leaves.
        sheet->show();
        QTest::keyClick(sheet.get(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
        QVERIFY(!sheet->isVisible());
    }

    /// One that grows before it is seen stays over its window, whatever a window manager says meanwhile; once
    /// it is seen it goes where a person moves it.
    void aSheetOpensOverItsWindow() {
        const SheetPlace place(nullptr);
        QWidget window;
        window.setGeometry(150, 100, 500, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QDialog sheet(&window);
        sheet.resize(300, 150);
        sheet.open();
        const QPoint middle = sheet.geometry().topLeft();
        QVERIFY(!sheet.windowHandle()->isExposed());
        sheet.windowHandle()->setPosition(3, 3); // as the frame reports it before it is placed
        sheet.resize(300, 200);
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        QTRY_COMPARE(sheet.geometry(), QRect(middle, QSize(300, 200)));
        sheet.move(20, 30);
        sheet.resize(300, 250);
        QTRY_COMPARE(sheet.windowHandle()->height(), 250);
        QVERIFY((sheet.pos() - QPoint(20, 30)).manhattanLength() < 60); // a frame is between
    }
};

QTEST_MAIN(SheetKeysRule)
#include "test_sheet_keys.moc"
