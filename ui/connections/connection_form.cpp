#include "ui/connections/connection_form.h"

#include "core/model/futures.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/secret_field.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/theme/theme.h"
#include "ui/transfer/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int LongLookMs = 250; // a shorter one shows no progress

/// Which kinds have a field; a field that is not named here belongs to all.
bool belongs(const QString &field, ConnectionKind kind) {
    using K = ConnectionKind;
    static const QHash<QString, QList<K>> only{
        {QStringLiteral("file"), {K::Local}},
        {QStringLiteral("host"), {K::Postgres}},
        {QStringLiteral("port"), {K::Postgres}},
        {QStringLiteral("database"), {K::Postgres}},
        {QStringLiteral("user"), {K::Postgres}},
        {QStringLiteral("sslmode"), {K::Postgres}},
        {QStringLiteral("url"), {K::Server, K::SendGrid}},
        {QStringLiteral("region"), {K::SendGrid}},
        {QStringLiteral("subuser"), {K::SendGrid}},
        {QStringLiteral("pin"), {K::Server}},
        {QStringLiteral("useProxy"), {K::Server}},
        {QStringLiteral("proxy"), {K::Server}},
        {QStringLiteral("proxyUser"), {K::Server}},
        {QStringLiteral("proxyPassword"), {K::Server}},
        {QStringLiteral("timeout"), {K::Server}},
        {QStringLiteral("token"), {K::Postgres, K::Server, K::SendGrid}},
        {QStringLiteral("sslrootcert"), {K::Postgres, K::Server}}};
    const auto kinds = only.constFind(field);
    return kinds == only.constEnd() || kinds->contains(kind);
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this))
    , m_name(new QLineEdit(this))
    , m_host(new QLineEdit(this))
    , m_port(new QLineEdit(this))
    , m_database(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_subuser(new QLineEdit(this))
    , m_ownProxy(new QLineEdit(this))
    , m_proxyUser(new QLineEdit(this))
    , m_file(new FileField(FileField::For::Opening, tr("Latchkey vaults (*.latchkey);;All files (*)"), this))
    , m_authority(
          new FileField(FileField::For::Opening, tr("Certificates (*.pem *.crt);;All files (*)"), this))
    , m_kind(new QComboBox(this))
    , m_tls(new QComboBox(this))
    , m_proxy(new QComboBox(this))
    , m_safeMode(new QComboBox(this))
    , m_region(new QComboBox(this))
    , m_inAll(new QCheckBox(tr("Show in All connections"), this))
    , m_timeout(new QSpinBox(this))
    , m_secret(new SecretField(this))
    , m_proxyPassword(new SecretField(this))
    , m_pin(new QLabel(this))
    , m_forgetPin(new QPushButton(tr("Forget"), this))
    , m_pinBox(new QWidget(this)) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(12);
    for (const ConnectionKind k :
         {ConnectionKind::Local, ConnectionKind::Postgres, ConnectionKind::Server, ConnectionKind::SendGrid})
        m_kind->addItem(themedIcon(iconName(k)), word(k), static_cast<int>(k));
    add("name", tr("Name"), m_name);
    add("kind", tr("Kind"), m_kind);
    add("file", tr("Vault file"), m_file);
    buildAccount();
    add("url", tr("Address"), m_url)
        ->setHint(tr("Such as https://keys.example.com. http only on this computer."));
    buildDatabase();
    add("token", tr("Password"), m_secret);
    add("subuser", tr("Subuser"), m_subuser)
        ->setHint(tr("Empty: the account itself. For a customer's account: “account-id” and its number."));
    m_tls->addItem(tr("Automatic: checked whole, except on this computer"), QString());
    m_tls->addItem(tr("Check the certificate and its name"), QStringLiteral("verify-full"));
    m_tls->addItem(tr("Check the certificate"), QStringLiteral("verify-ca"));
    m_tls->addItem(tr("Encrypt only, check nothing"), QStringLiteral("require"));
    m_tls->addItem(tr("No TLS"), QStringLiteral("disable"));
    add("sslmode", tr("TLS"), m_tls);
    add("sslrootcert", tr("Certificate authority"), m_authority);
    auto *pin = new QHBoxLayout(m_pinBox);
    pin->setContentsMargins(0, 0, 0, 0);
    m_pin->setFont(tokenFont(font()));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_forgetPin->setObjectName(QStringLiteral("forgetPin"));
    m_forgetPin->setAutoDefault(false);
    pin->addWidget(m_pin, 1);
    pin->addWidget(m_forgetPin, 0, Qt::AlignTop);
    add("pin", tr("Trusted certificate"), m_pinBox);
    buildProxy();
    m_safeMode->addItem(tr("Off"), static_cast<int>(SafeMode::Off));
    m_safeMode->addItem(tr("Confirm"), static_cast<int>(SafeMode::Confirm));
    m_safeMode->addItem(tr("Read only"), static_cast<int>(SafeMode::ReadOnly));
    add("safeMode", tr("Safe mode"), m_safeMode)
        ->setHint(tr("Confirm: you are asked before each change. Read only: nothing is changed through this "
                     "connection."));
    m_inAll->setObjectName(QStringLiteral("connection.inAll"));
    m_box->addWidget(m_inAll);
    tabTo(m_inAll);
    connect(m_inAll, &QCheckBox::toggled, this, [this] {
        if (!m_loading)
            emit changed();
    });
    const auto edited = [this] {
        if (!m_loading)
            emit changed();
    };
    m_longLook.setSingleShot(true);
    m_longLook.setInterval(LongLookMs);
    connect(&m_longLook, &QTimer::timeout, this, [this] {
        FieldRow *row = m_rows.value(QStringLiteral("sslrootcert"));
        row->setError({}); // it is of another file, or of an earlier look
        row->setHint(tr("The file is being read…"));
    });
    connect(&m_authority->edit(), &QLineEdit::textChanged, this, [this] {
        if (m_authority->edit().hasFocus())
            m_authorityFaults.clear(); // while it is typed nothing is wrong yet
        else
            lookForAuthority();
    });
    connect(&m_authority->edit(), &QLineEdit::editingFinished, this, &ConnectionForm::lookForAuthority);
    for (QLineEdit *e : {m_name, m_host, m_port, m_database, m_user, m_url, m_subuser, m_ownProxy,
                         m_proxyUser, &m_file->edit(), &m_authority->edit()})
        connect(e, &QLineEdit::textChanged, this, edited);
    connect(m_url, &QLineEdit::textEdited, this, [this] {
        m_base.pin.clear(); // what was trusted was another server's
        showPin();
    });
    connect(m_region, &QComboBox::currentIndexChanged, this, [this, edited] {
        if (!m_loading)
            chooseRegion();
        edited();
    });
    connect(m_timeout, &QSpinBox::valueChanged, this, edited);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ConnectionForm::showKind);
    for (QComboBox *c : {m_tls, m_proxy, m_safeMode})
        connect(c, &QComboBox::currentIndexChanged, this, edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, edited] {
        showKind();
        edited();
    });
    connect(m_forgetPin, &QPushButton::clicked, this, [this, edited] {
        m_base.pin.clear();
        showPin();
        edited();
    });
}

/// Tab goes as the fields are seen, and not as they were made.
void ConnectionForm::tabTo(QWidget *next) {
    if (!(next->focusPolicy() & Qt::TabFocus) || next->focusProxy())
        return;
    if (m_lastTab)
        setTabOrder(m_lastTab, next);
    m_lastTab = next;
}

/// SendGrid's two hosts, or a server for tests.
void ConnectionForm::buildAccount() {
    m_region->addItem(tr("Global (api.sendgrid.com)"), SendGridGlobal);
    m_region->addItem(tr("EU (api.eu.sendgrid.com)"), SendGridEurope);
    m_region->addItem(tr("Another address"), QString());
    add("region", tr("Host"), m_region);
}

void ConnectionForm::chooseRegion() {
    const QString url = m_region->currentData().toString();
    const bool known = m_url->text() == SendGridGlobal || m_url->text() == SendGridEurope;
    if (!url.isEmpty() || known)
        m_url->setText(url);
    showKind();
}

void ConnectionForm::beside(FieldRow *left, FieldRow *right, int leftShare, int rightShare) {
    m_box->removeWidget(left);
    m_box->removeWidget(right);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(left, leftShare, Qt::AlignTop);
    row->addWidget(right, rightShare, Qt::AlignTop);
    m_box->addLayout(row);
}

void ConnectionForm::buildProxy() {
    m_proxy->addItem(tr("As the system says"), static_cast<int>(ServerAddress::Proxy::System));
    m_proxy->addItem(tr("None"), static_cast<int>(ServerAddress::Proxy::None));
    m_proxy->addItem(tr("This one"), static_cast<int>(ServerAddress::Proxy::Own));
    m_timeout->setRange(1, Connection::MostTimeout);
    m_timeout->setSuffix(tr(" s", "seconds"));
    FieldRow *proxy = add("useProxy", tr("Proxy"), m_proxy),
             *timeout = add("timeout", tr("Timeout"), m_timeout);
    beside(proxy, timeout, 2, 1);
    add("proxy", tr("Address of the proxy"), m_ownProxy)
        ->setHint(tr("Such as proxy.example.com:3128, or socks5://localhost:1080."));
    FieldRow *user = add("proxyUser", tr("User of the proxy"), m_proxyUser),
             *password = add("proxyPassword", tr("Password of the proxy"), m_proxyPassword);
    user->setHint(tr("Empty: the proxy asks for none."));
    beside(user, password, 1, 1);
}

/// Host and port, database and user stand side by side.
void ConnectionForm::buildDatabase() {
    FieldRow *host = add("host", tr("Host"), m_host), *port = add("port", tr("Port"), m_port);
    beside(host, port, 3, 1);
    m_host->setPlaceholderText(tr("This computer"));
    FieldRow *database = add("database", tr("Database"), m_database), *user = add("user", tr("User"), m_user);
    beside(database, user, 1, 1);
}

FieldRow *ConnectionForm::add(const char *id, const QString &label, QWidget *field) {
    const QString name = QLatin1StringView(id);
    auto *row = new FieldRow(name, label, field, false, this);
    field->setObjectName(QStringLiteral("connection.") + name);
    m_rows.insert(name, row);
    m_box->addWidget(row);
    tabTo(field);
    for (QWidget *part : field->findChildren<QWidget *>())
        tabTo(part);
    return row;
}

void ConnectionForm::load(const Connection &c) {
    m_loading = true;
    m_base = c;
    m_name->setText(c.name);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(c.kind)));
    m_safeMode->setCurrentIndex(m_safeMode->findData(static_cast<int>(c.safeMode)));
    m_inAll->setChecked(c.inAll);
    m_file->setPath(c.file);
    m_host->setText(c.host);
    m_port->setText(QString::number(c.port));
    m_database->setText(c.database);
    m_user->setText(c.user);
    m_tls->setCurrentIndex(qMax(0, m_tls->findData(c.sslMode)));
    m_url->setText(c.url);
    m_subuser->setText(c.subuser);
    const int region = m_region->findData(c.url.isEmpty() ? SendGridGlobal : c.url);
    m_region->setCurrentIndex(region < 0 ? m_region->count() - 1 : region);
    m_authority->setPath(c.authorityFile);
    m_proxy->setCurrentIndex(m_proxy->findData(static_cast<int>(c.proxy)));
    m_ownProxy->setText(c.proxyAddress);
    m_proxyUser->setText(c.proxyUser);
    m_proxyPassword->clear();
    m_timeout->setValue(c.timeoutSeconds);
    m_secret->clear();
    showKind();
    showFaults({});
    lookForAuthority();
    m_loading = false;
}

Connection ConnectionForm::connection() const {
    Connection c = m_base;
    c.name = m_name->text().trimmed();
    c.kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    c.safeMode = static_cast<SafeMode>(m_safeMode->currentData().toInt());
    c.inAll = m_inAll->isChecked();
    c.file = m_file->path();
    c.host = m_host->text().trimmed();
    bool number = false;
    const int port = m_port->text().trimmed().toInt(&number);
    c.port = number ? port : 0;
    c.database = m_database->text().trimmed();
    c.user = m_user->text().trimmed();
    c.sslMode = m_tls->currentData().toString();
    c.url = m_url->text().trimmed();
    c.subuser = m_subuser->text().trimmed();
    if (const QString region = m_region->currentData().toString();
        c.kind == ConnectionKind::SendGrid && !region.isEmpty())
        c.url = region;
    c.authorityFile = m_authority->path();
    c.proxy = static_cast<ServerAddress::Proxy>(m_proxy->currentData().toInt());
    c.proxyAddress = m_ownProxy->text().trimmed();
    c.proxyUser = m_proxyUser->text().trimmed();
    c.timeoutSeconds = m_timeout->value();
    return c;
}

void ConnectionForm::showKind() {
    const auto kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    for (FieldRow *row : std::as_const(m_rows))
        row->setVisible(belongs(row->id(), kind));
    if (m_proxy->currentData().toInt() != static_cast<int>(ServerAddress::Proxy::Own)) {
        for (const char *row : {"proxy", "proxyUser", "proxyPassword"})
            m_rows.value(QLatin1StringView(row))->hide();
    }
    m_rows.value(QStringLiteral("token"))
        ->setLabel(kind == ConnectionKind::Server     ? tr("Administrator's token")
                   : kind == ConnectionKind::SendGrid ? tr("API key")
                                                      : tr("Password"));
    showAuthority();
    if (kind == ConnectionKind::SendGrid)
        m_rows.value(QStringLiteral("url"))->setVisible(m_region->currentData().toString().isEmpty());
    showPin();
}

void ConnectionForm::setPin(const QByteArray &pin) {
    m_base.pin = pin;
    showPin();
}

void ConnectionForm::showPin() {
    const bool server = m_kind->currentData().toInt() == static_cast<int>(ConnectionKind::Server);
    const QString text = fingerprintText(m_base.pin);
    m_pin->setText(
        QString(text).insert(qMin(48, text.size()), text.isEmpty() ? QString() : QStringLiteral("\n")));
    m_rows.value(QStringLiteral("pin"))->setVisible(server && !m_base.pin.isEmpty());
}

void ConnectionForm::showFaults(const QList<FieldError> &faults) {
    QHash<QString, QString> texts;
    for (const FieldError &f : faults + authorityFaults()) {
        if (!texts.contains(f.field))
            texts.insert(f.field, connectionSentence(f));
    }
    for (FieldRow *row : std::as_const(m_rows))
        row->setError(texts.value(row->id()));
}

/// A file that was named is there, or it is said under its field before anything needs it.
void ConnectionForm::lookForAuthority() {
    const QString path = m_authority->path();
    m_longLook.start();
    readAuthority(path) | then(this, [this, path, look = ++m_looks](const Result<QByteArray> &pem) {
        if (look != m_looks)
            return;
        m_longLook.stop();
        m_lookedFor = path;
        m_authorityFaults = pem ? QList<FieldError>() : pem.error().fields;
        showAuthority();
    });
}

QList<FieldError> ConnectionForm::authorityFaults() const {
    const auto kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    return belongs(QStringLiteral("sslrootcert"), kind) && m_authority->path() == m_lookedFor
               ? m_authorityFaults
               : QList<FieldError>();
}

void ConnectionForm::showAuthority() {
    const bool server = m_kind->currentData().toInt() == static_cast<int>(ConnectionKind::Server);
    const QList<FieldError> faults = authorityFaults();
    FieldRow *row = m_rows.value(QStringLiteral("sslrootcert"));
    row->setError(faults.isEmpty() ? QString() : connectionSentence(faults.first()));
    row->setHint(server ? tr("A PEM file. Empty: the authorities that this computer trusts.")
                        : tr("A PEM file. Empty: root.crt in the folder .postgresql of your home."));
}

void ConnectionForm::focusFirst() {
    m_name->setFocus();
}

void ConnectionForm::focusName() {
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace latchkey::ui
