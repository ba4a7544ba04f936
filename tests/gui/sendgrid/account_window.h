#pragma once

#include "core/remote/sendgrid/sendgrid_key.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/fake_sendgrid.h"
#include "tests/support/test_vault.h"
#include "ui/keys/keys_page.h"

#include <QTemporaryDir>

namespace latchkey::ui {

/// The program's window on an account of a SendGrid that is made up.
struct AccountWindow {
    QTemporaryDir m_data; ///< where this computer's notes would be
    std::unique_ptr<FakeSendGrid> server;
    std::unique_ptr<DesktopFixture> f;

    MainWindow &window() { return *f->desktop->window(); }
    KeyTableModel &model() { return window().page().model(); }
    QString reason(const char *id) { return window().commands().action(QLatin1StringView(id))->toolTip(); }
    bool enabled(const char *id) { return window().commands().action(QLatin1StringView(id))->isEnabled(); }
    QString cell(int row, KeyColumn column) {
        return model().index(row, static_cast<int>(column)).data().toString();
    }
    template<typename T>
    T *dialog() {
        T *found = nullptr;
        [&] { QTRY_VERIFY((found = window().findChild<T *>()) && found->isVisible()); }();
        return found;
    }
    static KeyId idOf(const FakeSendGrid::Key &k) { return sendgrid::keyIdOf(QString::fromLatin1(k.id)); }
    void open() {
        Connection c;
        c.kind = ConnectionKind::SendGrid;
        c.name = QStringLiteral("Mail");
        c.url = server->url();
        c = f->desktop->book().keep(c);
        waitFor(f->desktop->secrets().write(c.secretName(), SecretBytes::copyOf(server->callerKey())));
        f->desktop->start({}, c.name);
        QTRY_VERIFY(f->desktop->window());
        QTRY_COMPARE(model().rowCount(), static_cast<int>(server->keys().size()));
    }
    void select(const FakeSendGrid::Key &k) {
        window().page().table().select(idOf(k));
        QTRY_VERIFY2(enabled("key.edit"), qPrintable(reason("key.edit")));
    }

    void keepNotesApart() const { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }
    void start() {
        server = std::make_unique<FakeSendGrid>();
        QVERIFY(server->listen());
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
    }
    void stop() {
        f.reset();
        server.reset();
    }
};

} // namespace latchkey::ui
