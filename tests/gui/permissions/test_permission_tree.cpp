#include "ui/permissions/permission_tree.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtTest>

using namespace latchkey;
using namespace latchkey::ui;
using Choice = PermissionModel::Choice;

namespace {

Catalogue catalogue() {
    return *Catalogue::fromJson(R"({"format":1,"name":"Test","resources":[
      {"id":"emails","name":"Email sending","description":"","group":"Email","scopes":[
        {"id":"emails:send","name":"Send Emails","description":"","phrase":"send emails"}]},
      {"id":"templates","name":"Templates","description":"","group":"Email","scopes":[
        {"id":"templates:read","name":"Read templates","description":"","phrase":"read templates","reads":true},
        {"id":"templates:manage","name":"Manage templates","description":"","phrase":"manage templates"}]},
      {"id":"leads","name":"Leads","description":"People","scopes":[
        {"id":"leads:read","name":"Read leads","description":"","phrase":"read leads","reads":true},
        {"id":"leads:write","name":"Add leads","description":"","phrase":"add leads"},
        {"id":"leads:delete","name":"Delete leads","description":"","phrase":"delete leads","destructive":true}]},
      {"id":"invoices","name":"Invoices","description":"","billing":true,"scopes":[
        {"id":"invoices:read","name":"Read invoices","description":"","phrase":"read invoices","reads":true},
        {"id":"invoices:pay","name":"Pay invoices","description":"","phrase":"pay invoices"}]}
    ],"templates":[]})");
}

const Principal owner{.name = QStringLiteral("Ana"), .mayWrite = true, .holdsAll = true, .scopes = {}};

ScopeSet scopes(const char *text) {
    return ScopeSet::parse(QString::fromLatin1(text));
}

Choice choice(const PermissionTree &, PermissionModel &m, const QString &id, int column) {
    return static_cast<Choice>(m.find(id).siblingAtColumn(column).data(PermissionModel::ChoiceRole).toInt());
}

} // namespace

class TestPermissionTree : public QObject {
    Q_OBJECT
private slots:
    void modelHoldsTogether();
    void levelsSetTheirScopes();
    void groupsSetTheirChildren();
    void mixedSaysHowMany();
    void typeShowsItsOwn();
    void unknownScopesAreKept();
    void unheldLevelsAreGreyedWithTheReason();
    void unheldButGrantedMayStay();
    void readOnlyChangesNothing();
    void keyboardAlone();
    void theCurrentScopeIsSeenAndSpoken();
    void theFormFollowsTheKeyboard();
    void tabGoesAsItIsSeen();
    void mouseChooses();
    void typingFilters();
    void everyChoiceIsSpoken();
    void longDescriptionsAreReadWhole();
    void grantedOnly();
    void templatesAndCopiesKeepTheUnknown();
    void anotherCatalogueKeepsTheScopes();
};

void TestPermissionTree::modelHoldsTogether() {
    PermissionModel m(catalogue(), owner);
    const QAbstractItemModelTester tester(&m, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m.setScopes(scopes("leads:read odd:thing"));
    m.setType(KeyType::Billing);
    m.setType(KeyType::General);
    QCOMPARE(m.rowCount(), 3); // Email, Leads, not in the catalogue
}

void TestPermissionTree::levelsSetTheirScopes() {
    PermissionTree t(catalogue(), owner);
    QSignalSpy changed(&t, &PermissionTree::scopesChanged);
    auto &m = t.model();
    QVERIFY(m.choose(m.find(QStringLiteral("leads")), AccessLevel::Read));
    QCOMPARE(t.scopes(), scopes("leads:read"));
    QVERIFY(m.choose(m.find(QStringLiteral("leads")), AccessLevel::Full));
    QCOMPARE(t.scopes(), scopes("leads:delete leads:read leads:write"));
    QVERIFY(m.choose(m.find(QStringLiteral("leads")), AccessLevel::None));
    QVERIFY(t.scopes().isEmpty());
    QCOMPARE(changed.size(), 3);
    QVERIFY(!m.choose(m.find(QStringLiteral("emails")), AccessLevel::Read)); // it has no reading part
}

void TestPermissionTree::groupsSetTheirChildren() {
    PermissionTree t(catalogue(), owner);
    auto &m = t.model();
    const QModelIndex group = m.find(QStringLiteral("Email"));
    QVERIFY(m.choose(group, AccessLevel::Full));
    QCOMPARE(t.scopes(), scopes("emails:send templates:manage templates:read"));
    QVERIFY(m.choose(group, AccessLevel::Read));
    QCOMPARE(t.scopes(), scopes("templates:read"));
}

void TestPermissionTree::mixedSaysHowMany() {
    PermissionTree t(catalogue(), owner);
    t.setScopes(scopes("leads:delete"));
    const QModelIndex custom =
        t.model().find(QStringLiteral("leads")).siblingAtColumn(PermissionModel::Custom);
    QCOMPARE(custom.data().toString(), QStringLiteral("Custom · 1 of 3"));
}

void TestPermissionTree::typeShowsItsOwn() {
    PermissionTree t(catalogue(), owner);
    QVERIFY(!t.model().find(QStringLiteral("invoices")).isValid());
    t.setType(KeyType::Billing);
    QVERIFY(t.model().find(QStringLiteral("invoices")).isValid());
    QVERIFY(!t.model().find(QStringLiteral("leads")).isValid());
}

void TestPermissionTree::unknownScopesAreKept() {
    PermissionTree t(catalogue(), owner);
    t.setScopes(scopes("leads:read odd:thing"));
    auto &m = t.model();
    const QModelIndex odd = m.find(QStringLiteral("odd:thing"));
    QVERIFY(odd.isValid());
    QCOMPARE(odd.data().toString(), QStringLiteral("odd:thing"));
    m.choose(m.find(QStringLiteral("leads")), AccessLevel::Full);
    QVERIFY(t.scopes().contains(*Scope::fromString(u"odd:thing")));
    QVERIFY(m.toggle(odd)); // only on purpose
    QVERIFY(!t.scopes().contains(*Scope::fromString(u"odd:thing")));
    QVERIFY(m.find(QStringLiteral("odd:thing")).isValid()); // and it can be chosen again
}

void TestPermissionTree::unheldLevelsAreGreyedWithTheReason() {
    const Principal little{
        .name = QStringLiteral("Bo"), .mayWrite = true, .holdsAll = false, .scopes = scopes("leads:read")};
    PermissionTree t(catalogue(), little);
    auto &m = t.model();
    QCOMPARE(choice(t, m, QStringLiteral("leads"), PermissionModel::Read), Choice::Off);
    QCOMPARE(choice(t, m, QStringLiteral("leads"), PermissionModel::Full), Choice::Blocked);
    const QString why = m.find(QStringLiteral("leads"))
                            .siblingAtColumn(PermissionModel::Full)
                            .data(Qt::ToolTipRole)
                            .toString();
    QVERIFY2(why.contains(QStringLiteral("don't hold")), qPrintable(why));
    QVERIFY(!m.choose(m.find(QStringLiteral("leads")), AccessLevel::Full));
    QVERIFY(!m.toggle(m.find(QStringLiteral("leads:delete"))));
    QVERIFY(t.scopes().isEmpty());
}

void TestPermissionTree::unheldButGrantedMayStay() {
    const Principal little{
        .name = QStringLiteral("Bo"), .mayWrite = true, .holdsAll = false, .scopes = scopes("leads:read")};
    PermissionTree t(catalogue(), little);
    t.setScopes(scopes("leads:delete"), scopes("leads:delete"));
    auto &m = t.model();
    QVERIFY(m.toggle(m.find(QStringLiteral("leads:delete"))));
    QVERIFY(m.toggle(m.find(QStringLiteral("leads:delete")))); // taken back: it was there before
    QCOMPARE(t.scopes(), scopes("leads:delete"));
}

void TestPermissionTree::readOnlyChangesNothing() {
    PermissionTree t(catalogue(), owner);
    t.setScopes(scopes("leads:read"));
    t.setReadOnly(true);
    QVERIFY(!t.model().choose(t.model().find(QStringLiteral("leads")), AccessLevel::Full));
    QVERIFY(!t.model().toggle(t.model().find(QStringLiteral("leads:read"))));
    QCOMPARE(t.scopes(), scopes("leads:read"));
    // What has no access says so: a narrow pane has no column of it.
    const auto detail = [&t](const char *id) {
        return t.model().find(QLatin1StringView(id)).data(PermissionModel::DetailRole).toString();
    };
    QCOMPARE(detail("Email"), QStringLiteral("No access"));
    QCOMPARE(detail("leads"), QStringLiteral("People"));
}

void TestPermissionTree::keyboardAlone() {
    PermissionTree t(catalogue(), owner);
    t.resize(640, 480);
    t.show();
    auto &v = t.view();
    v.setFocus();
    v.setCurrentIndex(t.model().find(QStringLiteral("leads")).siblingAtColumn(PermissionModel::NoAccess));
    QTest::keyClick(&v, Qt::Key_Right);
    QTest::keyClick(&v, Qt::Key_Space);
    QCOMPARE(t.scopes(), scopes("leads:read"));
    QTest::keyClick(&v, Qt::Key_Right);
    QTest::keyClick(&v, Qt::Key_Space);
    QCOMPARE(t.scopes().size(), 3);
    QTest::keyClick(&v, Qt::Key_Return);
    const QModelIndex leads = t.model().find(QStringLiteral("leads"));
    QVERIFY(v.isExpanded(leads));
    v.setCurrentIndex(leads.siblingAtColumn(0));
    QTest::keyClick(&v, Qt::Key_Down);
    QTest::keyClick(&v, Qt::Key_Space);
    QCOMPARE(t.scopes(), scopes("leads:delete leads:write"));
}

void TestPermissionTree::theCurrentScopeIsSeenAndSpoken() {
    PermissionTree t(catalogue(), owner);
    t.resize(640, 480);
    t.show();
    auto &v = t.view();
    v.setFocus();
    const QModelIndex leads = t.model().find(QStringLiteral("leads"));
    v.expand(leads);
    v.setCurrentIndex(leads.siblingAtColumn(PermissionModel::Full));
    QTest::keyClick(&v, Qt::Key_Down);
    QTest::keyClick(&v, Qt::Key_Down);
    QCOMPARE(v.currentIndex().column(), int(PermissionModel::Title));
    QVERIFY(!v.currentIndex().data(Qt::AccessibleTextRole).toString().isEmpty());
    QTest::keyClick(&v, Qt::Key_Up);
    QTest::keyClick(&v, Qt::Key_Up);
    QCOMPARE(v.currentIndex(), leads.siblingAtColumn(PermissionModel::Full)); // back where one came from
}

/// The tree is higher than the form around it: what the keyboard comes to and changes can be seen.
void TestPermissionTree::theFormFollowsTheKeyboard() {
    QScrollArea area;
    auto *form = new QWidget;
    auto *box = new QVBoxLayout(form);
    auto *above = new QWidget;
    above->setFixedHeight(200);
    box->addWidget(above);
    auto *t = new PermissionTree(catalogue(), owner);
    t->setFixedHeight(420);
    box->addWidget(t);
    area.setWidgetResizable(true);
    area.setWidget(form);
    area.resize(640, 300);
    area.show();
    area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    auto &v = t->view();
    v.expandAll();
    t->filter().setFocus();
    for (int i = 0; i < 8 && !v.hasFocus(); ++i)
        QTest::keyClick(area.focusWidget(), Qt::Key_Tab);
    QVERIFY(v.hasFocus());
    const auto seen = [&] {
        const QRect row = v.visualRect(v.currentIndex());
        const QRect there(v.viewport()->mapTo(area.viewport(), row.topLeft()), row.size());
        return !row.isEmpty() && area.viewport()->rect().contains(QRect(there.topLeft(), QSize(1, 1))) &&
               area.viewport()->rect().contains(QRect(there.bottomLeft(), QSize(1, 1)));
    };
    QTRY_VERIFY(seen());
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(&v, Qt::Key_Down);
        QVERIFY2(seen(), qPrintable(v.currentIndex().siblingAtColumn(0).data().toString()));
    }
    QCOMPARE(v.currentIndex(), t->model().find(QStringLiteral("leads:delete")));
    area.verticalScrollBar()->setValue(0);
    QVERIFY(!seen());
    QTest::keyClick(&v, Qt::Key_Space);
    QCOMPARE(t->scopes(), scopes("leads:delete"));
    QVERIFY(seen());
}

void TestPermissionTree::tabGoesAsItIsSeen() {
    QWidget form;
    auto *box = new QVBoxLayout(&form);
    auto *before = new QLineEdit(&form);
    auto *t = new PermissionTree(catalogue(), owner, &form);
    box->addWidget(before);
    box->addWidget(t);
    t->filter().setObjectName(QStringLiteral("filter"));
    t->view().setObjectName(QStringLiteral("view"));
    t->offerStart();
    form.resize(640, 480);
    form.show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QStringList seen{QStringLiteral("filter"), QStringLiteral("grantedOnly"), QStringLiteral("startFrom"),
                     QStringLiteral("askFailedRequest"), QStringLiteral("view")};
    before->setFocus();
    for (const QString &name : seen) {
        QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
        QCOMPARE(form.focusWidget()->objectName(), name);
    }
    seen.removeLast();
    std::reverse(seen.begin(), seen.end());
    for (const QString &name : seen) {
        QTest::keyClick(form.focusWidget(), Qt::Key_Backtab);
        QCOMPARE(form.focusWidget()->objectName(), name);
    }
    QTest::keyClick(form.focusWidget(), Qt::Key_Backtab);
    QCOMPARE(form.focusWidget(), before);
    t->setFocus();
    QCOMPARE(form.focusWidget(), &t->view());
}

void TestPermissionTree::mouseChooses() {
    PermissionTree t(catalogue(), owner);
    t.resize(640, 480);
    t.show();
    const QModelIndex full = t.model().find(QStringLiteral("emails")).siblingAtColumn(PermissionModel::Full);
    QTest::mouseClick(t.view().viewport(), Qt::LeftButton, {}, t.view().visualRect(full).center());
    QCOMPARE(t.scopes(), scopes("emails:send"));
}

void TestPermissionTree::typingFilters() {
    PermissionTree t(catalogue(), owner);
    t.resize(640, 480);
    t.show();
    t.view().setFocus();
    QTest::keyClicks(&t.view(), QStringLiteral("d"));
    QCOMPARE(t.filter().text(), QStringLiteral("d"));
    t.filter().setText(QStringLiteral("leads:delete"));
    const QModelIndex leads = t.model().find(QStringLiteral("leads"));
    QVERIFY(!t.view().isRowHidden(leads.row(), {}));
    QVERIFY(t.view().isExpanded(leads));
    QVERIFY(t.view().isRowHidden(t.model().find(QStringLiteral("leads:read")).row(), leads));
    QVERIFY(t.view().isRowHidden(t.model().find(QStringLiteral("Email")).row(), {}));
    t.filter().clear();
    QVERIFY(!t.view().isRowHidden(t.model().find(QStringLiteral("Email")).row(), {}));
}

void TestPermissionTree::everyChoiceIsSpoken() {
    PermissionTree t(catalogue(), owner);
    t.setScopes(scopes("leads:read"));
    const QModelIndex leads = t.model().find(QStringLiteral("leads"));
    QCOMPARE(leads.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Leads, Read"));
    QCOMPARE(leads.siblingAtColumn(PermissionModel::Read).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Leads: Read, chosen"));
    QCOMPARE(leads.siblingAtColumn(PermissionModel::Full).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Leads: Full, not chosen"));
    QCOMPARE(t.model().find(QStringLiteral("leads:read")).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Read leads, leads:read, granted"));
}

void TestPermissionTree::longDescriptionsAreReadWhole() {
    const QString words = QStringLiteral("People and companies that may buy something one day, with what is "
                                         "known of them and who talks to them");
    const auto people = Catalogue::fromJson(QStringLiteral(R"({"format":1,"name":"Test","resources":[
        {"id":"leads","name":"Leads","description":"%1","scopes":[
          {"id":"leads:read","name":"Read leads","description":"","phrase":"read leads","reads":true}]}],
        "templates":[]})")
                                                .arg(words)
                                                .toUtf8());
    QVERIFY(people);
    PermissionTree t(*people, owner);
    t.resize(1500, 480);
    t.show();
    QVERIFY(QTest::qWaitForWindowExposed(&t));
    const QModelIndex leads = t.model().find(QStringLiteral("leads"));
    const int oneLine = t.view().visualRect(leads).height();
    t.resize(560, 480);
    QTRY_VERIFY(t.view().visualRect(leads).height() > oneLine);
    t.resize(1500, 480);
    QTRY_COMPARE(t.view().visualRect(leads).height(), oneLine);
    QCOMPARE(leads.data(Qt::AccessibleDescriptionRole).toString(), words);
}

void TestPermissionTree::grantedOnly() {
    PermissionTree t(catalogue(), owner);
    t.resize(640, 480);
    t.show();
    t.setScopes(scopes("leads:read odd:thing"));
    t.setGrantedOnly(true);
    auto &m = t.model();
    const QModelIndex leads = m.find(QStringLiteral("leads"));
    QVERIFY(!t.view().isRowHidden(leads.row(), {}));
    QVERIFY(!t.view().isRowHidden(m.find(QStringLiteral("leads:read")).row(), leads));
    QVERIFY(t.view().isRowHidden(m.find(QStringLiteral("leads:delete")).row(), leads));
    QVERIFY(t.view().isRowHidden(m.find(QStringLiteral("Email")).row(), {}));
    QVERIFY(!t.view().isRowHidden(m.find(QStringLiteral("*")).row(), {}));
    m.toggle(m.find(QStringLiteral("leads:read"))); // does not vanish under the hand
    QVERIFY(!t.view().isRowHidden(m.find(QStringLiteral("leads:read")).row(), leads));
    t.filter().setText(QStringLiteral("odd"));
    QVERIFY(t.view().isRowHidden(leads.row(), {}));
    QVERIFY(!t.view().isRowHidden(m.find(QStringLiteral("*")).row(), {}));
    t.filter().clear();
    t.setGrantedOnly(false);
    QVERIFY(!t.view().isRowHidden(m.find(QStringLiteral("Email")).row(), {}));
}

void TestPermissionTree::templatesAndCopiesKeepTheUnknown() {
    const Principal little{.name = QStringLiteral("Bo"),
                           .mayWrite = true,
                           .holdsAll = false,
                           .scopes = scopes("leads:read leads:write invoices:read")};
    PermissionTree t(catalogue(), little);
    t.setScopes(scopes("leads:read odd:thing"), scopes("leads:read odd:thing"));
    QVERIFY(t.model().startFrom(scopes("leads:write leads:delete invoices:read")));
    QCOMPARE(t.scopes(), scopes("leads:write odd:thing")); // not held; of the other type; unknown stays
    t.setReadOnly(true);
    QVERIFY(!t.model().startFrom({}));
}

void TestPermissionTree::anotherCatalogueKeepsTheScopes() {
    PermissionTree t(catalogue(), owner);
    t.setScopes(scopes("leads:read leads:delete"));
    CatalogueDraft d = catalogue().draft();
    d.resources[2].scopes.removeLast();
    t.setCatalogue(*Catalogue::fromDraft(d));
    QCOMPARE(t.scopes(), scopes("leads:read leads:delete"));
    QCOMPARE(t.model().find(QStringLiteral("leads:delete")).parent().data().toString(),
             QStringLiteral("Not in the catalogue"));
}

QTEST_MAIN(TestPermissionTree)
#include "test_permission_tree.moc"
