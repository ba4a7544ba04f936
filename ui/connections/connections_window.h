#pragma once

#include "ui/connections/connection_book.h"

#include <QDialog>
#include <functional>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace latchkey::ui {

class ConnectionForm;
class InlineGuard;
class SecretField;
class TestSteps;

/// File › Connections: every vault that this person has a way to. What is typed is kept at once; a password
/// or token goes to the keychain when it is used or left.
class ConnectionsWindow final : public QDialog {
    Q_OBJECT
public:
    explicit ConnectionsWindow(ConnectionBook &book, QWidget *parent = nullptr);
    ~ConnectionsWindow() override;
    /// This one, and what went wrong with it, as far as something did.
    void select(const KeyId &id);
    [[nodiscard]] std::optional<Connection> current() const;
    void add(ConnectionKind kind);
    void begin(ConnectionKind kind); ///< a new one, or one that leads nowhere yet
    void test();
    void reject() override;

protected:
    void showEvent(QShowEvent *e) override;

signals:
    /// With its password or token, if there is one.
    void connectRequested(const latchkey::Connection &connection, const latchkey::SharedSecret &secret);

private:
    QWidget *buildLeft();
    QWidget *buildRight();
    void fillList();
    void load();
    void toTop(); ///< of the form
    void edited();
    void duplicate();
    void remove();
    void connectNow();
    void trust(const QByteArray &pin);
    void lookForSecret();
    void forgetSecret();
    void forgetProxyPassword();
    /// What was typed, else what is kept, else nothing; a typed one is kept first.
    void withSecret(const std::function<void(const Connection &, const SharedSecret &)> &go,
                    const std::function<void(const Connection &, const Error &)> &refuse);
    /// The same of the proxy, which stands in the connection then.
    void withProxy(const Connection &c, const std::function<void(const Connection &)> &go);
    void keepTyped(const SecretName &name, SecretField &field, const SharedSecret &typed,
                   const std::function<void()> &go);
    void lookFor(const SecretName &name, SecretField &field);
    [[nodiscard]] Result<SecretBytes> typedSecret(const Connection &c) const;

    ConnectionBook &m_book;
    QListWidget *m_list;
    ConnectionForm *m_form;
    TestSteps *m_steps;
    InlineGuard *m_guard;
    QLabel *m_keychain, *m_empty;
    QWidget *m_right = nullptr;
    QScrollArea *m_area = nullptr;
    QPushButton *m_duplicate, *m_remove, *m_test, *m_connect;
    KeyId m_current;
    int m_run = 0; ///< answers of an earlier test, or about another connection, are dropped
};

} // namespace latchkey::ui
