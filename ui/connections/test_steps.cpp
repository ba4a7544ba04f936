#include "ui/connections/test_steps.h"

#include "ui/connections/connection_words.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int StepIconSide = 16, StepTitleWidth = 108;

QLabel *plain(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // a server's words are never markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TestSteps::TestSteps(QWidget *parent)
    : QFrame(parent)
    , m_box(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("testSteps"));
    setProperty("card", true);
    setAccessibleName(tr("Test connection"));
    m_box->setContentsMargins(16, 12, 16, 12);
    hide();
}

QVBoxLayout *TestSteps::begin() {
    if (m_inside) {
        m_inside->hide();
        m_inside->deleteLater();
    }
    m_inside = new QWidget(this);
    auto *box = new QVBoxLayout(m_inside);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    m_box->addWidget(m_inside);
    show();
    return box;
}

void TestSteps::showNothing() {
    hide();
}

void TestSteps::showRunning() {
    begin()->addWidget(plain(tr("Testing…"), m_inside));
}

void TestSteps::addRow(const QString &icon, ColorRole ink, const QString &title, const QString &word,
                       const QString &text) {
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    auto *picture = new QLabel(m_inside);
    picture->setPixmap(themedIcon(icon, ink).pixmap(StepIconSide, StepIconSide));
    auto *name = plain(title, m_inside);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    name->setFixedWidth(StepTitleWidth);
    auto *found = plain(text, m_inside);
    found->setObjectName(QStringLiteral("stepText"));
    found->setAccessibleName(QStringLiteral("%1: %2. %3").arg(title, word, text));
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(found, 1);
    static_cast<QVBoxLayout *>(m_inside->layout())->addLayout(row);
}

void TestSteps::showSteps(const QList<ConnectionStep> &steps, const Connection &connection) {
    begin();
    for (const ConnectionStep &s : steps)
        addRow(s.outcome ? QStringLiteral("check") : QStringLiteral("close"),
               s.outcome ? ColorRole::ActiveText : ColorRole::RevokedText, stepTitle(s, connection),
               s.outcome ? tr("Passed") : tr("Failed"), stepSentence(s, connection));
    if (!steps.isEmpty() && !steps.last().outcome &&
        steps.last().outcome.error().code == ErrorCode::UntrustedServer &&
        connection.kind == ConnectionKind::Server)
        addCertificate(steps.last().outcome.error(), connection);
}

void TestSteps::showProblem(const Error &error, const Connection &connection) {
    begin();
    addRow(QStringLiteral("close"), ColorRole::RevokedText, tr("Not tested"), tr("Failed"),
           connectionProblem(error, connection));
    if (error.code == ErrorCode::UntrustedServer && connection.kind == ConnectionKind::Server)
        addCertificate(error, connection);
}

void TestSteps::addCertificate(const Error &error, const Connection &connection) {
    const auto text = [&error](const char *name) {
        return error.params.value(QLatin1StringView(name)).toString();
    };
    const QByteArray shown = QByteArray::fromHex(text("fingerprint").remove(u':').toLatin1());
    if (shown.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    const auto add = [&](const QString &label, const QString &value, bool mono = false) {
        if (value.isEmpty())
            return;
        const int row = grid->rowCount();
        auto *left = plain(label, m_inside);
        left->setProperty("secondary", true);
        left->setFixedWidth(StepTitleWidth + StepIconSide + 10);
        auto *right = plain(value, m_inside);
        if (mono) {
            QString broken = value;
            right->setText(broken.insert(48, u'\n')); // 16 bytes a line
            right->setFont(tokenFont(font()));
            right->setObjectName(QStringLiteral("fingerprint"));
        }
        right->setAccessibleName(label + QStringLiteral(": ") + value);
        grid->addWidget(left, row, 0, Qt::AlignTop);
        grid->addWidget(right, row, 1);
    };
    const bool changed = text("reason") == QStringLiteral("changed");
    add(tr("Subject"), text("subject"));
    add(tr("Issued by"), text("issuer"));
    const QDateTime until = QDateTime::fromString(text("until"), Qt::ISODateWithMs).toLocalTime();
    add(tr("Valid until"), QLocale().toString(until.date(), QLocale::LongFormat));
    if (changed)
        add(tr("You trusted"), fingerprintText(connection.pin), true);
    add(changed ? tr("It shows now") : tr("SHA-256"), fingerprintText(shown), true);
    auto *box = static_cast<QVBoxLayout *>(m_inside->layout());
    box->addLayout(grid);
    if (text("reason") != QStringLiteral("selfSigned"))
        return; // what has changed, or is over, is not to be waved through
    auto *row = new QHBoxLayout;
    auto *trust = new QPushButton(tr("Trust this certificate"), m_inside);
    trust->setObjectName(QStringLiteral("trust"));
    trust->setAutoDefault(false);
    auto *hint = plain(tr("Compare the fingerprint with the one that the server's administrator gives you."),
                       m_inside);
    hint->setProperty("secondary", true);
    row->addWidget(hint, 1);
    row->addWidget(trust);
    box->addLayout(row);
    connect(trust, &QPushButton::clicked, this, [this, shown] { emit trusted(shown); });
}

} // namespace latchkey::ui
