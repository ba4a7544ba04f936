#include "ui/shell/start_page.h"

#include "core/model/catalogue.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

/// A big choice: what it is and what it means, one button.
QPushButton *choice(const QString &icon, const QString &title, const QString &text, QWidget *parent) {
    auto *button = new QPushButton(parent);
    button->setObjectName(QStringLiteral("choice"));
    button->setAccessibleName(title);
    button->setAccessibleDescription(text);
    button->setMinimumSize(512, 72);
    auto *row = new QHBoxLayout(button);
    row->setSizeConstraint(QLayout::SetMinimumSize); // a button alone would not ask its labels
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    auto *picture = new QLabel(button);
    picture->setPixmap(themedIcon(icon, ColorRole::Accent).pixmap(28, 28));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *first = new QLabel(QStringLiteral("<b>%1</b>").arg(title), button);
    auto *second = new QLabel(text, button);
    second->setProperty("secondary", true);
    words->addWidget(first);
    words->addWidget(second);
    row->addWidget(picture);
    row->addLayout(words, 1);
    for (QLabel *label : {picture, first, second})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this)) {}

void StartPage::build(const QString &title, const QString &text) {
    m_shown.clear();
    m_catalogue = nullptr;
    if (m_inside) {
        m_inside->hide();
        m_inside->deleteLater();
    }
    m_inside = new QWidget(this);
    m_box->addWidget(m_inside);
    auto *box = new QVBoxLayout(m_inside);
    box->setSpacing(12);
    auto *logo = new QLabel(m_inside);
    logo->setPixmap(applicationIcon().pixmap(72, 72));
    auto *heading = new QLabel(title, m_inside);
    heading->setProperty("heading", true);
    auto *words = new QLabel(text, m_inside);
    words->setObjectName(QStringLiteral("startText"));
    words->setProperty("secondary", true);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setFixedWidth(600);
    auto *middle = new QHBoxLayout; // an alignment would ask for the height at another width
    middle->addStretch(1);
    middle->addWidget(words);
    middle->addStretch(1);
    box->addStretch(2);
    box->addWidget(logo, 0, Qt::AlignHCenter);
    box->addWidget(heading, 0, Qt::AlignHCenter);
    box->addLayout(middle);
    box->addSpacing(8);
}

void StartPage::showFirstRun() {
    build(tr("Welcome to Latchkey"), tr("Create, restrict and retire API keys. They are kept in a vault: on "
                                        "this computer, or one of your team."));
    auto *box = static_cast<QVBoxLayout *>(m_inside->layout());
    auto *create = choice(QStringLiteral("database"), tr("Create a local vault"),
                          tr("An empty vault, in your own folder, readable only by you"), m_inside);
    auto *sample =
        choice(QStringLiteral("key"), tr("Try with sample data"),
               tr("The same for business tools, with two dozen example keys to look around"), m_inside);
    auto *server = choice(QStringLiteral("globe"), tr("Connect to a server…"),
                          tr("Your team's Latchkey server or PostgreSQL database"), m_inside);
    server->setProperty("connections", true);
    connect(server, &QPushButton::clicked, this, [this] { emit connectionsRequested(true); });
    auto *open = choice(QStringLiteral("file"), tr("Open an existing vault…"),
                        tr("A vault file that you have already"), m_inside);
    connect(create, &QPushButton::clicked, this, &StartPage::createRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto *choices = new QVBoxLayout; // all as wide as the widest
    choices->setSpacing(12);
    for (QPushButton *b : {create, sample, server, open})
        choices->addWidget(b);
    choices->insertLayout(1, catalogueRow());
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(choices);
    middle->addStretch(1);
    box->addLayout(middle);
    box->addStretch(3);
    create->setFocus();
}

/// The first catalogue is chosen already: who does not mind needs not look.
QLayout *StartPage::catalogueRow() {
    m_catalogue = new QComboBox(m_inside);
    m_catalogue->setObjectName(QStringLiteral("startCatalogue"));
    const auto shipped = shippedCatalogues();
    for (const ShippedCatalogue &s : shipped)
        m_catalogue->addItem(s.name, s.json);
    auto *label = new QLabel(tr("with the &permissions of"), m_inside);
    label->setProperty("secondary", true);
    label->setBuddy(m_catalogue);
    m_catalogue->setAccessibleName(tr("Permissions of the new vault"));
    m_catalogue->setToolTip(
        tr("What keys can be allowed. Everything can be changed later under Permission Catalogue."));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(60, 0, 0, 6); // under the words of the choice that it belongs to
    row->addWidget(label);
    row->addWidget(m_catalogue);
    row->addStretch(1);
    return row;
}

QByteArray StartPage::catalogueJson() const {
    return m_catalogue ? m_catalogue->currentData().toByteArray() : QByteArray();
}

void StartPage::showOpening(const QString &name, const QString &place) {
    build(tr("Opening “%1”…").arg(name), place);
    auto *box = static_cast<QVBoxLayout *>(m_inside->layout());
    auto *cancel = new QPushButton(tr("Cancel"), m_inside);
    cancel->setObjectName(QStringLiteral("cancelOpening"));
    box->addWidget(cancel, 0, Qt::AlignHCenter);
    box->addStretch(3);
    connect(cancel, &QPushButton::clicked, this, &StartPage::cancelRequested);
    cancel->setFocus();
}

void StartPage::showProblem(const QString &place, const QString &problem, bool waits) {
    QString text = problem;
    if (waits)
        text += u' ' + tr("Latchkey opens it as soon as it is free.");
    text += QStringLiteral("\n\n") + place;
    if (m_shown == text)
        return;
    build(tr("The vault can't be opened"), text);
    m_shown = text;
    auto *box = static_cast<QVBoxLayout *>(m_inside->layout());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    auto *again = new QPushButton(tr("Try again"), m_inside);
    again->setProperty("primary", true);
    again->setObjectName(QStringLiteral("retry"));
    auto *open = new QPushButton(tr("Open another…"), m_inside);
    auto *make = new QPushButton(tr("Create new…"), m_inside);
    auto *others = new QPushButton(tr("Connections…"), m_inside);
    others->setObjectName(QStringLiteral("connections"));
    connect(others, &QPushButton::clicked, this, [this] { emit connectionsRequested(false); });
    for (QPushButton *b : {again, others, open, make})
        row->addWidget(b);
    row->addStretch(1);
    box->addLayout(row);
    box->addStretch(3);
    connect(again, &QPushButton::clicked, this, &StartPage::retryRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(make, &QPushButton::clicked, this, &StartPage::newFileRequested);
    again->setFocus();
}

} // namespace latchkey::ui
