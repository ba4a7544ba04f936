#include "ui/theme/row_table.h"
#include "ui/theme/theme.h"

#include <QStandardItemModel>
#include <QtTest/qtestspontaneevent.h>
#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;
using Role = ColorRole;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    /// Scrolling past a field of a form changes nothing in it.
    void theWheelIsTheFormsUnlessAFieldHasTheFocus() {
        QScrollArea area;
        auto *form = new QWidget;
        auto *box = new QVBoxLayout(form);
        auto *first = new QLineEdit(form);
        auto *list = new QComboBox(form);
        auto *number = new QSpinBox(form);
        for (QWidget *field : std::initializer_list<QWidget *>{first, list, number})
            box->addWidget(field);
        box->addSpacing(2'000);
        list->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        list->setCurrentIndex(1);
        number->setValue(5);
        area.setWidgetResizable(true);
        area.setWidget(form);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        first->setFocus();
        const auto turn = [](QWidget *field) {
            const QPoint at = field->rect().center();
            QWheelEvent e(at, field->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&e); // only such ones go on to who stands behind
            qApp->notify(field, &e);
        };
        turn(list);
        QCOMPARE(list->currentIndex(), 1);
        const int scrolled = area.verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        turn(number);
        QCOMPARE(number->value(), 5);
        QVERIFY(area.verticalScrollBar()->value() > scrolled);
        QCOMPARE(list->focusPolicy(), Qt::StrongFocus); // nor does the wheel bring it the focus
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        turn(list);
        QCOMPARE(list->currentIndex(), 2);
    }

    void contrast_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// Every text on every ground it is drawn on: at least 4.5:1. Borders of fields: at least 3:1.
    void contrast() {
        QFETCH(bool, dark);
        const QPalette p = paletteFor(dark ? ThemeChoice::Dark : ThemeChoice::Light, false);
        QCOMPARE(isDark(p), dark);
        QVERIFY(!isHighContrast(p));
        const QList<std::pair<Role, Role>> pairs{{Role::Text, Role::Base},
                                                 {Role::Text, Role::Window},
                                                 {Role::Text, Role::Hover},
                                                 {Role::Text, Role::Selection},
                                                 {Role::Secondary, Role::Base},
                                                 {Role::Secondary, Role::Window},
                                                 {Role::Secondary, Role::Hover},
                                                 {Role::Secondary, Role::Selection},
                                                 {Role::Accent, Role::Base},
                                                 {Role::Accent, Role::Window},
                                                 {Role::AccentText, Role::Accent},
                                                 {Role::DangerText, Role::Danger},
                                                 {Role::ActiveText, Role::ActiveBack},
                                                 {Role::InactiveText, Role::InactiveBack},
                                                 {Role::ExpiringText, Role::ExpiringBack},
                                                 {Role::ExpiredText, Role::ExpiredBack},
                                                 {Role::RevokedText, Role::RevokedBack},
                                                 {Role::RotatingText, Role::RotatingBack},
                                                 {Role::LimitedText, Role::LimitedBack},
                                                 {Role::ProductionText, Role::ProductionBack},
                                                 {Role::StagingText, Role::StagingBack},
                                                 {Role::DevelopmentText, Role::DevelopmentBack},
                                                 {Role::ProductionInk, Role::Base},
                                                 {Role::ProductionInk, Role::Window},
                                                 {Role::StagingInk, Role::Base},
                                                 {Role::StagingInk, Role::Window},
                                                 {Role::DevelopmentInk, Role::Base},
                                                 {Role::DevelopmentInk, Role::Window},
                                                 {Role::RevokedText, Role::Base},
                                                 {Role::RevokedText, Role::Window},
                                                 {Role::ExpiringText, Role::Base},
                                                 {Role::ExpiringText, Role::Window},
                                                 {Role::RaisedText, Role::RaisedBack}};
        for (const auto &[text, back] : pairs) {
            const double ratio = contrastRatio(themeColor(text, p), themeColor(back, p));
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(QStringLiteral("role %1 on %2: %3").arg(int(text)).arg(int(back)).arg(ratio)));
        }
        QVERIFY(contrastRatio(themeColor(Role::ControlBorder, p), themeColor(Role::Base, p)) >= 3.0);
        QVERIFY(contrastRatio(themeColor(Role::Focus, p), themeColor(Role::Base, p)) >= 3.0);
        const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> roles{
            {QPalette::WindowText, QPalette::Window},         {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},        {QPalette::ButtonText, QPalette::Button},
            {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::ToolTipText, QPalette::ToolTipBase},   {QPalette::Link, QPalette::Base}};
        for (const auto &[text, back] : roles)
            QVERIFY2(contrastRatio(p.color(text), p.color(back)) >= 4.5,
                     qPrintable(QStringLiteral("palette %1 on %2").arg(text).arg(back)));
    }

    void contrastIsTheWcagFormula() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) <
                0.01); // the well-known near miss
    }

    void designTokens() {
        const QPalette light = paletteFor(ThemeChoice::Light, true),
                       dark = paletteFor(ThemeChoice::System, true);
        QCOMPARE(themeColor(Role::Text, light).name(), QStringLiteral("#1b1f24"));
        QCOMPARE(themeColor(Role::Base, dark).name(), QStringLiteral("#1c1f24"));
        QCOMPARE(themeColor(Role::ActiveText, dark).name(), QStringLiteral("#7ee2a0"));
        QCOMPARE(themeColor(Role::ProductionBack, light).name(), QStringLiteral("#a40e26"));
        QVERIFY(!isDark(paletteFor(ThemeChoice::System, false)));
    }

    void highContrastStays() {
        QPalette system(Qt::white, Qt::black);
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Text, Qt::white);
        system.setColor(QPalette::Highlight, Qt::yellow);
        system.setColor(QPalette::HighlightedText, Qt::black);
        QVERIFY(isHighContrast(system));
        QCOMPARE(highContrastPalette(system, false), system);
        QCOMPARE(themeColor(Role::ActiveText, system), QColor(Qt::white));
        QCOMPARE(themeColor(Role::ProductionBack, system), QColor(Qt::yellow));
        for (const bool dark : {false, true}) {
            const QPalette own = highContrastPalette(QPalette(QColor(0xee, 0xee, 0xee)), dark);
            QCOMPARE(isDark(own), dark);
            QVERIFY(contrastRatio(own.color(QPalette::Text), own.color(QPalette::Base)) > 20);
            QVERIFY(contrastRatio(own.color(QPalette::HighlightedText), own.color(QPalette::Highlight)) >= 7);
        }
    }

    void switchesWhileRunning() {
        QWidget window;
        QLabel label(QStringLiteral("x"), &window);
        label.setProperty("bad", true);
        window.show();
        applyTheme(*qApp, ThemeChoice::Dark, false);
        QTRY_VERIFY(isDark(label.palette()));
        QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                     themeColor(Role::RevokedText, QApplication::palette()));
        applyTheme(*qApp, ThemeChoice::Light, false);
        QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                     themeColor(Role::RevokedText, QApplication::palette()));
        label.setProperty("bad", false);
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 themeColor(Role::Text, QApplication::palette()));
    }

    void iconsTintAtPaintTime() {
        const QIcon icon = themedIcon(QStringLiteral("key"));
        const auto inkOf = [](const QPixmap &pixmap) { // the most opaque pixel
            const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
            QRgb best = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) > qAlpha(best))
                        best = image.pixel(x, y);
            return best;
        };
        QCOMPARE(QColor(inkOf(icon.pixmap(32, 32))), QApplication::palette().color(QPalette::ButtonText));
        applyTheme(*qApp, ThemeChoice::Dark, false);
        QCOMPARE(QColor(inkOf(icon.pixmap(32, 32))), QApplication::palette().color(QPalette::ButtonText));
        QVERIFY(inkOf(icon.pixmap({32, 32}, QIcon::Disabled)) != inkOf(icon.pixmap({32, 32}, QIcon::Normal)));
        QCOMPARE(QColor(inkOf(themedIcon(QStringLiteral("key"), Role::Danger).pixmap(32, 32))),
                 themeColor(Role::Danger, QApplication::palette()));
        applyTheme(*qApp, ThemeChoice::Light, false);
        // Scale 2: twice the pixels in the same room.
        QCOMPARE(icon.pixmap({16, 16}, 2.0).size(), QSize(32, 32));
    }

    void everyIconDraws() {
        (void)themedIcon(QStringLiteral("key")).pixmap(16, 16);
        const auto files = QDir(QStringLiteral(":/latchkey/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() >= 60);
        for (const QString &f : files) {
            const QImage image = themedIcon(f.chopped(4)).pixmap(24, 24).toImage();
            bool drawn = false, edge = false;
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x) {
                    const bool ink = qAlpha(image.pixel(x, y)) > 0;
                    drawn = drawn || ink;
                    edge = edge || (ink && (x == 0 || y == 0 || x == 23 || y == 23));
                }
            }
            QVERIFY2(drawn, qPrintable(f));
            QVERIFY2(!edge || f == QStringLiteral("latchkey.svg"),
                     qPrintable(f + QStringLiteral(" touches its edge")));
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    /// Each control looks different with the keyboard's focus on it.
    void keyboardFocusShows() {
        QWidget window;
        QVBoxLayout box(&window);
        QPushButton push(QStringLiteral("Push")), primary(QStringLiteral("Primary"));
        primary.setProperty("primary", true);
        QToolButton tool;
        tool.setAutoRaise(true);
        tool.setFocusPolicy(Qt::StrongFocus);
        QCheckBox check(QStringLiteral("Check"));
        QRadioButton radio(QStringLiteral("Radio"));
        QLineEdit edit;
        QComboBox combo;
        combo.addItem(QStringLiteral("One"));
        QSpinBox spin;
        QLineEdit first;
        const QList<QWidget *> controls{&push, &primary, &tool, &check, &radio, &edit, &combo, &spin};
        box.addWidget(&first);
        for (QWidget *w : controls)
            box.addWidget(w);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first.setFocus();
        QList<QImage> without;
        for (QWidget *w : controls)
            without.append(w->grab().toImage());
        for (qsizetype i = 0; i < controls.size(); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QTRY_COMPARE(QApplication::focusWidget(), controls[i]);
            QVERIFY2(controls[i]->grab().toImage() != without[i], controls[i]->metaObject()->className());
        }
    }

    void aSortedHeaderKeepsItsWord() {
        QTableView view;
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderLabels({QStringLiteral("Environment")});
        view.setModel(&model);
        QHeaderView &header = *view.horizontalHeader();
        QFont bold = header.font();
        bold.setWeight(QFont::DemiBold);
        const int word = QFontMetrics(bold).horizontalAdvance(QStringLiteral("Environment"));
        header.resizeSection(0, word + 45); // the word, the arrow, the edges
        header.setSortIndicatorShown(true);
        header.setSortIndicator(0, Qt::AscendingOrder);
        view.resize(400, 200);
        view.show();
        const QImage shot = header.grab().toImage();
        const QRgb back = shot.pixel(2, shot.height() / 2);
        int last = 0;
        for (int x = 0; x < word + 40; ++x) {
            for (int y = 6; y < shot.height() - 6; ++y) {
                if (shot.pixel(x, y) != back)
                    last = x;
            }
        }
        QVERIFY2(last > word + 10, qPrintable(QStringLiteral("%1 of %2").arg(last).arg(word))); // the arrow
    }

    /// Every table of rows opens its row's menu by keyboard.
    void shiftF10OpensTheRowsMenu() {
        QStandardItemModel model(2, 2);
        QTableView view;
        view.setModel(&model);
        showAsRows(view, 28);
        view.setContextMenuPolicy(Qt::CustomContextMenu);
        view.show();
        QSignalSpy asked(&view, &QWidget::customContextMenuRequested);
        QTest::keyClick(&view, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.count(), 0); // no row is current
        view.setCurrentIndex(model.index(1, 0));
        QTest::keyClick(&view, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(view.indexAt(asked.first().first().toPoint()), model.index(1, 0));
    }

    void tokenFontIsFixed() {
        const QFont f = tokenFont(QApplication::font());
        const QFontMetricsF m(f);
        QCOMPARE(m.horizontalAdvance(QStringLiteral("iiii")), m.horizontalAdvance(QStringLiteral("WWWW")));
        QCOMPARE(f.pointSizeF(), QApplication::font().pointSizeF());
    }

    void reducedMotion() {
        setReducedMotion(*qApp, true);
        QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animate), 0);
        setReducedMotion(*qApp, false);
        QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animate), 1);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
