#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/platform/file_dialog.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

// The widgets of the panel.

namespace latchkey::ui {

namespace {
QPushButton *button(const QString &text, const QString &icon, QWidget *parent) {
    auto *b = new QPushButton(text, parent);
    b->setAutoDefault(false);
    if (!icon.isEmpty())
        b->setIcon(themedIcon(icon));
    return b;
}
} // namespace

CopyPanel::CopyPanel(const DialogContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_view(new TokenView(this))
    , m_tabs(new QTabBar(this))
    , m_copy(button({}, {}, this))
    , m_save(button(tr("Save .env file…"), QStringLiteral("download"), this))
    , m_test(button(tr("Test key"), QStringLiteral("shield"), this))
    , m_done(button(tr("Done"), {}, this))
    , m_keep(new QCheckBox(tr("Keep on this computer (keychain)"), this))
    , m_ticked(new QCheckBox(tr("I have stored this key"), this))
    , m_title(new QLabel(this))
    , m_keepNote(new QLabel(this))
    , m_status(new QLabel(this))
    , m_whyNotDone(new QLabel(tr("Copy it, save it, keep it or say that you stored it."), this))
    , m_storedIn(new QLineEdit(this)) {
    m_askPath = [this](const QString &suggestion, const std::function<void(QString)> &answer) {
        auto *dialog = new FileDialog(this, tr("Save .env file"), suggestion);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked in the panel, after looking at the file
        connect(dialog, &QFileDialog::fileSelected, this, answer);
        dialog->open();
    };
    build();
    followClipboard();
}

void CopyPanel::build() {
    m_title->setProperty("heading", true);
    m_title->setText(tr("Copy your key now"));
    auto *sentence = new QLabel(
        tr("This is the only time the full key is shown. Copy it or save it before closing."), this);
    sentence->setWordWrap(true);
    m_kinds = m_context.service.backend().capabilities().ownTokens
                  ? QList{SnippetKind::Key, SnippetKind::Env, SnippetKind::Curl, SnippetKind::Header}
                  : QList{SnippetKind::Key, SnippetKind::Env, SnippetKind::Smtp, SnippetKind::Curl};
    for (const SnippetKind kind : std::as_const(m_kinds))
        m_tabs->addTab(kind == SnippetKind::Key    ? tr("Key")
                       : kind == SnippetKind::Env  ? tr(".env")
                       : kind == SnippetKind::Curl ? tr("curl")
                       : kind == SnippetKind::Smtp ? QStringLiteral("SMTP")
                                                   : tr("Header"));
    m_tabs->setAccessibleName(tr("Format"));
    m_tabs->setExpanding(false);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(32, 28, 32, 20);
    box->setSpacing(12);
    box->addWidget(m_title);
    box->addWidget(sentence);
    box->addSpacing(4);
    box->addWidget(m_tabs);
    box->addWidget(m_view);
    buildActions(box);
    connect(m_tabs, &QTabBar::currentChanged, this, &CopyPanel::showTab);
    connect(m_view, &TokenView::copyWanted, this, [this](const QString &text, bool whole) {
        m_context.clipboard.copyText(text);
        m_safe = m_safe || whole;
        markSafe();
    });
}

void CopyPanel::buildActions(QVBoxLayout *box) {
    m_copy->setProperty("primary", true);
    m_copy->setDefault(true);
    m_status->setWordWrap(true);
    m_status->setProperty("secondary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    box->addLayout(buttons);
    box->addWidget(m_status);

    m_question = new QWidget(this);
    m_questionText = new QLabel(m_question);
    m_questionText->setWordWrap(true);
    m_questionText->setProperty("warn", true);
    m_questionYes = button({}, {}, m_question);
    auto *no = button(tr("Choose another place"), {}, m_question);
    auto *row = new QHBoxLayout(m_question);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_questionText, 1);
    row->addWidget(no);
    row->addWidget(m_questionYes);
    m_question->hide();
    box->addWidget(m_question);
    connect(m_questionYes, &QPushButton::clicked, this, [this] {
        m_question->hide();
        if (const auto action = std::exchange(m_onYes, {}))
            action();
    });
    connect(no, &QPushButton::clicked, this, [this] {
        m_question->hide();
        saveEnvFile();
    });

    m_keepNote->setProperty("secondary", true);
    m_keepNote->setWordWrap(true);
    m_storedIn->setPlaceholderText(tr("Such as “Vault, team folder” or a host name"));
    m_storedIn->setMaxLength(200);
    auto *storedLabel = new QLabel(tr("Where did you store it?"), this);
    storedLabel->setBuddy(m_storedIn);
    m_storedIn->setAccessibleName(storedLabel->text());
    box->addSpacing(8);
    box->addWidget(m_keep);
    auto *noteRow = new QHBoxLayout; // mirrored with the window; a margin would not be
    noteRow->addSpacing(26);
    noteRow->addWidget(m_keepNote, 1);
    box->addLayout(noteRow);
    box->addSpacing(4);
    box->addWidget(storedLabel);
    box->addWidget(m_storedIn);
    box->addWidget(m_ticked);
    box->addStretch(1);

    m_whyNotDone->setProperty("secondary", true);
    m_whyNotDone->setWordWrap(true);
    QSizePolicy room = m_whyNotDone->sizePolicy();
    room.setRetainSizeWhenHidden(true); // Done stays where and as wide as it is
    m_whyNotDone->setSizePolicy(room);
    m_done->setEnabled(false);
    auto *last = new QHBoxLayout;
    last->addWidget(m_whyNotDone, 1);
    last->addWidget(m_done);
    box->addLayout(last);
    connect(m_copy, &QPushButton::clicked, this, &CopyPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &CopyPanel::saveEnvFile);
    m_test->setToolTip(
        tr("Looks the key up by what is shown here, as a gateway does. It doesn't count as a use."));
    m_test->setVisible(
        m_context.service.backend().capabilities().ownTokens); // else only its service could say
    connect(m_test, &QPushButton::clicked, this, &CopyPanel::test);
    connect(m_keep, &QCheckBox::clicked, this, &CopyPanel::toggleKeep);
    connect(m_ticked, &QCheckBox::toggled, this, &CopyPanel::markSafe);
    connect(m_done, &QPushButton::clicked, this, &CopyPanel::finish);
}

} // namespace latchkey::ui
