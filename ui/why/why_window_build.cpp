#include "core/backend/rule_store.h"
#include "ui/detail/status_pill.h"
#include "ui/dialogs/form/key_picker.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/paste/paste_box.h"
#include "ui/theme/theme.h"
#include "ui/why/check_list.h"
#include "ui/why/request_fields.h"
#include "ui/why/why_window.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

// The widgets of the window and how they hang together.

namespace latchkey::ui {

namespace {

QLabel *section(const QString &text, QWidget *parent, QWidget *buddy = nullptr) {
    auto *label = new QLabel(text, parent);
    label->setProperty("section", true);
    label->setBuddy(buddy);
    return label;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent) {
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

constexpr int QuestionWidth = 372;

} // namespace

WhyWindow::WhyWindow(KeyService &service, SecretClipboard &clipboard, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_clipboard(clipboard)
    , m_zone(zone)
    , m_lookup(service.backend()) {
    setObjectName(QStringLiteral("whyWindow"));
    setProperty("helpPage", QStringLiteral("troubleshooting"));
    setWindowTitle(tr("Why was it rejected?"));
    setSizeGripEnabled(true);
    setModal(false);
    fitToScreen(this, {980, 720});
    build();
    run();
}

void WhyWindow::build() {
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto *question = buildQuestion();
    auto *left = scrolled(question, this);
    left->setFixedWidth(qMax(QuestionWidth, question->minimumSizeHint().width() +
                                                left->verticalScrollBar()->sizeHint().width() + 2));
    columns->addWidget(left);
    columns->addWidget(buildAnswer(), 1);
    auto *copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Cop&y report"), this);
    copy->setObjectName(QStringLiteral("copyReport"));
    copy->setToolTip(tr("Copies the checks as text, without any secret"));
    copy->setAutoDefault(false);
    auto *again = new QPushButton(tr("Start &over"), this);
    again->setObjectName(QStringLiteral("startOver"));
    again->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 16);
    buttons->setSpacing(8); // the outer box has none to inherit
    buttons->addWidget(again);
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addLayout(columns, 1);
    box->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, &WhyWindow::copyReport);
    connect(again, &QPushButton::clicked, this, &WhyWindow::clear);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_service.backend(), &VaultBackend::keysChanged, this, [this](const QList<KeyId> &ids) {
        if (m_subject.key && (ids.isEmpty() || ids.contains(m_subject.key->id)))
            reload();
    });
    connect(&m_service.backend(), &VaultBackend::catalogueChanged, this, [this] {
        m_request->setCatalogue(m_service.backend().catalogue());
        run();
    });
    if (const RuleStore *rules = m_service.backend().rules()) // whose they are may be known only now
        connect(rules, &RuleStore::changed, this, &WhyWindow::run);
    m_paste->setFocus();
}

QWidget *WhyWindow::buildQuestion() {
    auto *page = new QWidget(this);
    m_keyName = new QLabel(page);
    m_keyName->setObjectName(QStringLiteral("whyKey"));
    m_keyName->setTextFormat(Qt::PlainText);
    m_keyName->setWordWrap(true);
    m_keyStatus = new StatusPill(page);
    m_choose = new QPushButton(tr("&Choose…"), page);
    m_choose->setObjectName(QStringLiteral("chooseKey"));
    m_choose->setAccessibleName(tr("Choose a key"));
    m_choose->setCheckable(true);
    m_choose->setAutoDefault(false);
    m_picker = new KeyPicker(m_service, page);
    m_picker->findChild<QLineEdit *>()->setAccessibleName(tr("Search for the key"));
    m_picker->findChild<QListWidget *>()->setAccessibleName(tr("Keys to choose from"));
    m_picker->hide();
    m_paste = new PasteBox(page);
    m_paste->setObjectName(QStringLiteral("whyPaste"));
    m_paste->setPlaceholderText(
        tr("Paste a key, a response, a curl command or a log line. Keys are taken out at once."));
    m_paste->setFixedHeight(5 * fontMetrics().lineSpacing() + 18);
    m_problem = new QLabel(page);
    m_problem->setObjectName(QStringLiteral("whyProblem"));
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_request = new RequestFields(m_service.backend().catalogue(), m_service.clock(), m_zone, page);

    auto *name = new QHBoxLayout;
    name->setSpacing(8);
    name->addWidget(m_keyName, 1);
    name->addWidget(m_keyStatus);
    name->addWidget(m_choose);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(20, 16, 16, 16);
    box->setSpacing(8);
    box->addWidget(section(tr("What was &answered"), page, m_paste));
    box->addWidget(m_paste);
    box->addWidget(m_problem);
    box->addSpacing(4);
    box->addWidget(section(tr("Key"), page));
    box->addLayout(name);
    box->addWidget(m_picker);
    box->addSpacing(4);
    box->addWidget(section(tr("Request"), page));
    box->addWidget(m_request);
    box->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &WhyWindow::pickKey);
    connect(m_picker, &KeyPicker::picked, this, [this](const ApiKey &k) {
        chooseKey(k.id);
        m_choose->setFocus();
    });
    connect(m_paste, &PasteBox::pasted, this, &WhyWindow::takeReading);
    connect(m_paste, &PasteBox::unreadable, this, [this](diagnosis::ReadProblem p) {
        m_problem->setText(ui::sentence(p));
        m_problem->show();
    });
    connect(m_paste, &PasteBox::cleared, this, [this] { m_problem->hide(); });
    connect(m_request, &RequestFields::changed, this, &WhyWindow::run);
    return page;
}

QWidget *WhyWindow::buildAnswer() {
    auto *page = new QWidget(this);
    m_verdictIcon = new QLabel(page);
    m_verdictIcon->setFixedSize(20, 20);
    m_verdict = new QLabel(page);
    m_verdict->setObjectName(QStringLiteral("whyVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setWeight(QFont::DemiBold);
    m_verdict->setFont(big);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_verdictIcon, 0, Qt::AlignTop);
    head->addWidget(m_verdict, 1);
    m_said = new QLabel(page);
    m_said->setObjectName(QStringLiteral("whyRemarks"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setProperty("secondary", true);
    m_checks = new CheckList(page);
    auto *rest = new QWidget(page);
    auto *inner = new QVBoxLayout(rest);
    inner->setContentsMargins(0, 0, 12, 0);
    inner->setSpacing(8);
    inner->addWidget(m_said);
    inner->addWidget(m_checks, 1);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(16, 16, 8, 0);
    box->setSpacing(12);
    box->addLayout(head);
    m_answer = scrolled(rest, page);
    connect(m_answer->verticalScrollBar(), &QScrollBar::rangeChanged, this, &WhyWindow::showCause);
    box->addWidget(m_answer, 1);
    connect(m_checks, &CheckList::fixWanted, this, &WhyWindow::fix);
    return page;
}

} // namespace latchkey::ui
