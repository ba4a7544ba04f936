// Shows the style's parts side by side, to look at: gallery [light|dark]
// [settings|shortcuts|locked|FILE.png]. Not installed.
#include "ui/commands/shortcut_sheet.h"
#include "ui/feedback/window_feedback.h"
#include "ui/lock/lock_cover.h"
#include "ui/theme/theme.h"

#include <QtWidgets>

using namespace latchkey::ui;

static QWidget *column(const QList<QWidget *> &widgets) {
    auto *w = new QWidget;
    auto *box = new QVBoxLayout(w);
    box->setContentsMargins(0, 0, 0, 0);
    for (QWidget *x : widgets)
        box->addWidget(x);
    box->addStretch(1);
    return w;
}

template<typename T>
static T *with(T *w, const char *property) {
    w->setProperty(property, true);
    return w;
}

static QWidget *buttons() {
    auto *grid = new QGridLayout;
    const QStringList names{QStringLiteral("Create New Key"),    QStringLiteral("Cancel"),
                            QStringLiteral("Delete key"),        QStringLiteral("Flat"),
                            QStringLiteral("Review permission"), QStringLiteral("Read")};
    for (int row = 0; row < 2; ++row) {
        for (int i = 0; i < names.size(); ++i) {
            auto *b = new QPushButton(names[i]);
            if (i == 0) {
                b->setProperty("primary", true);
                b->setIcon(themedIcon(QStringLiteral("plus")));
            }
            if (i == 1)
                b->setIcon(themedIcon(QStringLiteral("close")));
            if (i == 2)
                b->setProperty("danger", true);
            b->setFlat(i == 3);
            if (i == 4)
                b->setProperty("link", true);
            if (i == 5) {
                b->setProperty("segment", true);
                b->setCheckable(true);
                b->setChecked(true);
            }
            b->setEnabled(row == 0);
            grid->addWidget(b, row, i);
        }
    }
    auto *menu = new QPushButton(QStringLiteral("Export"));
    menu->setMenu(new QMenu(menu));
    grid->addWidget(menu, 2, 0);
    auto *tools = new QHBoxLayout;
    for (const char *name : {"eye", "copy", "more", "rotate", "trash", "settings"}) {
        auto *t = new QToolButton;
        t->setIcon(themedIcon(QLatin1StringView(name)));
        t->setAutoRaise(true);
        t->setCheckable(true);
        t->setChecked(QLatin1StringView(name) == QLatin1StringView("eye"));
        t->setEnabled(QLatin1StringView(name) != QLatin1StringView("trash"));
        tools->addWidget(t);
    }
    tools->addStretch(1);
    grid->addLayout(tools, 2, 1, 1, 5);
    auto *w = new QWidget;
    w->setLayout(grid);
    return w;
}

static QWidget *fields() {
    auto *edit = new QLineEdit(QStringLiteral("Production Email API"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Name, ID, scope — or paste a key"));
    empty->addAction(themedIcon(QStringLiteral("search"), ColorRole::Secondary), QLineEdit::LeadingPosition);
    empty->setClearButtonEnabled(true);
    auto *bad = with(new QLineEdit(QStringLiteral("10.0.0.1/33")), "bad");
    auto *off = new QLineEdit(QStringLiteral("Disabled"));
    off->setEnabled(false);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Production"), QStringLiteral("Staging")});
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(QStringLiteral("Ana"));
    auto *spin = new QSpinBox;
    spin->setSuffix(QStringLiteral(" seconds"));
    auto *date = new QDateTimeEdit(QDateTime(QDate(2026, 6, 12), QTime(23, 59)));
    date->setCalendarPopup(true);
    auto *text = new QPlainTextEdit(QStringLiteral("10.0.0.0/8\n192.168.0.1"));
    text->setFixedHeight(64);
    auto *token = new QLabel(QStringLiteral("lk_live_4fQz8KpW02aB_••••••••"));
    token->setFont(tokenFont(token->font()));
    return column({edit, empty, bad, off, combo, editable, spin, date, text, token});
}

static QWidget *choices() {
    QList<QWidget *> list{with(new QLabel(QStringLiteral("Copy your key now")), "heading"),
                          with(new QLabel(QStringLiteral("PERMISSIONS")), "section"),
                          with(new QLabel(QStringLiteral("Only you can read it.")), "secondary"),
                          with(new QLabel(QStringLiteral("Enter a whole number.")), "bad"),
                          with(new QLabel(QStringLiteral("Never expires.")), "warn")};
    for (int i = 0; i < 3; ++i) {
        auto *c = new QCheckBox(QStringLiteral("Keep on this computer (keychain)"));
        c->setTristate(i == 2);
        c->setCheckState(i == 0 ? Qt::Unchecked : i == 1 ? Qt::Checked : Qt::PartiallyChecked);
        list.append(c);
    }
    for (int i = 0; i < 2; ++i) {
        auto *r = new QRadioButton(i ? QStringLiteral("Billing") : QStringLiteral("General"));
        r->setChecked(i == 0);
        list.append(r);
    }
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    auto *group = new QGroupBox(QStringLiteral("Group"));
    (new QVBoxLayout(group))->addWidget(new QLabel(QStringLiteral("Inside")));
    list << progress;
    delete group;
    return column(list);
}

static QWidget *views() {
    auto *tabs = new QTabWidget;
    auto *table = new QTableWidget(40, 3);
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Status"), QStringLiteral("Last Used")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSortingEnabled(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < 40; ++i) {
        table->setItem(
            i, 0,
            new QTableWidgetItem(themedIcon(QStringLiteral("key")), QStringLiteral("CRM sync %1").arg(i)));
        table->setItem(i, 1, new QTableWidgetItem(QStringLiteral("Active")));
        table->setItem(i, 2, new QTableWidgetItem(QStringLiteral("2 h ago")));
    }
    table->selectRow(2);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({QStringLiteral("Resource"), QStringLiteral("Level")});
    auto *top = new QTreeWidgetItem(tree, {QStringLiteral("Leads"), QStringLiteral("Custom")});
    for (const char *s : {"Read leads", "Add leads", "Delete leads"}) {
        auto *item = new QTreeWidgetItem(top, {QLatin1StringView(s), QString()});
        item->setCheckState(0, Qt::Checked);
    }
    tree->expandAll();
    tabs->addTab(table, QStringLiteral("Overview"));
    tabs->addTab(tree, QStringLiteral("Permissions"));
    tabs->addTab(new QWidget, QStringLiteral("Audit"));
    tabs->setTabEnabled(2, false);
    return tabs;
}

static QWidget *icons() {
    auto *w = new QWidget;
    auto *grid = new QGridLayout(w);
    grid->setSpacing(6);
    int i = 0;
    const auto files = QDir(QStringLiteral(":/latchkey/icons")).entryList({QStringLiteral("*.svg")});
    for (const QString &f : files) {
        auto *l = new QLabel;
        l->setPixmap(themedIcon(f.chopped(4)).pixmap(24, 24));
        l->setToolTip(f);
        grid->addWidget(l, i / 22, i % 22);
        ++i;
    }
    return w;
}

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    applyTheme(app, args.contains(QStringLiteral("dark")) ? ThemeChoice::Dark : ThemeChoice::Light, false,
               args.contains(QStringLiteral("contrast")));
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("Gallery"));
    window.resize(1280, 800);
    CommandRegistry commands;
    commands.add({QStringLiteral("key.create"),
                  QStringLiteral("File"),
                  QStringLiteral("&Create New Key…"),
                  QStringLiteral("Creates a key"),
                  QStringLiteral("plus"),
                  {QKeySequence(Qt::CTRL | Qt::Key_N)}},
                 [] {});
    commands.add({QStringLiteral("file.quit"),
                  QStringLiteral("File"),
                  QStringLiteral("&Quit"),
                  QStringLiteral("Ends"),
                  {},
                  {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                  false,
                  true},
                 [] { qApp->quit(); });
    commands.add({QStringLiteral("view.detail"),
                  QStringLiteral("View"),
                  QStringLiteral("Detail &pane"),
                  QStringLiteral("Shows it"),
                  QStringLiteral("panel-right"),
                  {QKeySequence(Qt::Key_F9)},
                  false,
                  false,
                  true},
                 [] {});
    commands.fillMenuBar(window.menuBar());
    auto *central = new QWidget;
    auto *box = new QVBoxLayout(central);
    auto *banners = new BannerArea;
    box->addWidget(banners);
    box->addWidget(buttons());
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(fields(), 1);
    row->addWidget(choices(), 1);
    row->addWidget(views(), 2);
    box->addLayout(row, 1);
    auto *iconWindow = icons();
    iconWindow->setParent(&window, Qt::Dialog);
    iconWindow->setWindowTitle(QStringLiteral("Icons"));
    window.setCentralWidget(central);
    window.statusBar()->showMessage(QStringLiteral("1,204 of 1,000,000 keys · 3 selected"));
    UndoHistory undo;
    WindowFeedback feedback(&window, banners, undo);
    feedback.banner(QStringLiteral("a"), Feedback::Level::Info,
                    QStringLiteral("Indexing 1,000,000 keys: 40 %"), {}, {});
    feedback.banner(QStringLiteral("b"), Feedback::Level::Warning,
                    QStringLiteral("This computer has no keychain."), QStringLiteral("Try again"), [] {});
    feedback.banner(QStringLiteral("c"), Feedback::Level::Danger,
                    QStringLiteral("The disk is full. Nothing was changed."), {}, {});
    feedback.toast(
        QStringLiteral("“CRM sync” was deactivated."), [] {}, [] {});
    feedback.toast(QStringLiteral("Key copied. Clipboard clears in 30 s."), {}, {});
    LockCover cover(&window, central);
    ShortcutSheet sheet(commands, &window);
    window.show();
    sheet.setVisible(args.contains(QStringLiteral("shortcuts")));
    iconWindow->setVisible(args.contains(QStringLiteral("icons")));
    if (args.contains(QStringLiteral("locked")))
        cover.lock();
    return app.exec();
}
