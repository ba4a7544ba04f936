// Shows one sheet on a scratch vault, to look at it: preview create|copy|edit|conflict [dark] [small]
#include "dialog_fixture.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/edit/conflict_panel.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/permissions/permission_tree.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>

using namespace latchkey;
using namespace latchkey::ui;

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    const QStringList args = QApplication::arguments();
    const QString what = args.value(1);
    applyTheme(app, args.contains(QStringLiteral("dark")) ? ThemeChoice::Dark : ThemeChoice::Light, false);
    DialogFixture f;
    const auto run = [&](QWidget &w) {
        w.resize(args.contains(QStringLiteral("small")) ? QSize(660, 480) : QSize(920, 680));
        w.show();
        return QApplication::exec();
    };
    if (what == QStringLiteral("create") || what == QStringLiteral("copy")) {
        CreateWindow w(f.context());
        w.startNew(Environment::Production);
        if (args.contains(QStringLiteral("empty")))
            return run(w);
        w.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Production Email API"));
        auto *t = w.findChild<QComboBox *>(QStringLiteral("template"));
        t->setCurrentIndex(2);
        emit t->activated(2);
        if (args.contains(QStringLiteral("bottom")))
            QTimer::singleShot(300, &w, [&] { w.form().focusField(QStringLiteral("note")); });
        if (args.contains(QStringLiteral("middle")))
            QTimer::singleShot(300, &w, [&] { w.form().focusField(QStringLiteral("scopes")); });
        if (what == QStringLiteral("copy"))
            w.submit();
        return run(w);
    }
    ApiKey key =
        f.make(QStringLiteral("CRM sync"), QStringLiteral("leads:read leads:write emails:send old:thing"));
    EditWindow w(f.context());
    w.start(key);
    w.form().permissions().setScopes(ScopeSet::parse(u"leads:read emails:send old:thing templates:manage"),
                                     key.config.scopes);
    emit w.form().permissions().scopesChanged();
    if (what == QStringLiteral("edit"))
        QTimer::singleShot(300, &w, [&] { w.save(); });
    if (what == QStringLiteral("conflict")) {
        KeyConfig theirs = key.config, mine = key.config;
        theirs.name = QStringLiteral("CRM sync (nightly)");
        mine.name = QStringLiteral("CRM import");
        theirs.owner = QStringLiteral("Sales");
        w.conflict().setSides(QStringLiteral("Ana"), key.config, mine, theirs);
        w.conflict().setParent(nullptr);
        return run(w.conflict());
    }
    return run(w);
}
