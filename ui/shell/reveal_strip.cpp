#include "ui/shell/reveal_strip.h"

#include "ui/commands/command_registry.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/feedback/banner_area.h"
#include "ui/keys/revealed_token.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

namespace {
const QString questionId = QStringLiteral("reveal");
}

RevealStrip::RevealStrip(RevealedToken &revealed, CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_revealed(revealed)
    , m_rotate(commands.action(QStringLiteral("key.rotate")))
    , m_question(new BannerArea(this))
    , m_shown(new QWidget(this))
    , m_view(new TokenView(m_shown))
    , m_title(new QLabel(m_shown)) {
    setObjectName(QStringLiteral("revealStrip"));
    m_view->setAccessibleName(tr("Revealed key"));
    m_title->setProperty("secondary", true);
    m_title->setTextFormat(Qt::PlainText);
    auto *copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy key"), m_shown);
    auto *hide = new QPushButton(themedIcon(QStringLiteral("eye-off")), tr("Hide"), m_shown);
    copy->setObjectName(QStringLiteral("copyRevealed"));
    hide->setObjectName(QStringLiteral("hideRevealed"));
    QAction *take = commands.action(QStringLiteral("key.copy"));
    connect(copy, &QPushButton::clicked, take, &QAction::trigger);
    connect(m_view, &TokenView::copyWanted, take, &QAction::trigger); // one way to the clipboard
    connect(hide, &QPushButton::clicked, &m_revealed, &RevealedToken::forget);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(copy);
    head->addWidget(hide);
    auto *inner = new QVBoxLayout(m_shown);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addLayout(head);
    inner->addWidget(m_view);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(8);
    box->addWidget(m_question);
    box->addWidget(m_shown);
    m_shown->hide();
    this->hide();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &RevealStrip::showTitle);
    connect(&m_revealed, &RevealedToken::changed, this, &RevealStrip::follow);
}

void RevealStrip::put(Feedback::Level level, const QString &text, const QString &yesText,
                      const std::function<void()> &yes) {
    QList<BannerArea::Offer> offers;
    if (yes)
        offers.append({tr("Cancel"), [this] { dismiss(); }, QStringLiteral("bannerSecond")});
    const auto answer = [this, yes] {
        dismiss();
        if (yes)
            yes();
    };
    offers.append({yesText, answer, QStringLiteral("bannerAction")});
    m_question->show(questionId, level, text, offers);
    show();
    m_question->focus(questionId);
}

void RevealStrip::ask(const QString &question, const std::function<void()> &yes) {
    put(Feedback::Level::Warning, question, tr("Reveal key"), yes);
}

void RevealStrip::offerRotation(const QString &why) {
    if (!m_rotate->isEnabled())
        return put(Feedback::Level::Info, why, tr("OK"), {});
    put(Feedback::Level::Info, tr("%1 Rotate makes a new one.", "why a token cannot be shown").arg(why),
        tr("Rotate…"), [this] { m_rotate->trigger(); });
}

bool RevealStrip::dismiss() {
    const bool asked = m_question->clear(questionId);
    setVisible(m_shown->isVisibleTo(this));
    return asked;
}

void RevealStrip::follow() {
    const bool on = !m_revealed.id().isNull();
    if (on)
        m_view->setToken(m_revealed.token(), {});
    else
        m_view->forget();
    m_shown->setVisible(on);
    if (on)
        m_tick.start();
    else
        m_tick.stop();
    showTitle();
    setVisible(on || m_question->count() > 0);
}

void RevealStrip::showTitle() {
    const int left = m_revealed.secondsLeft();
    m_title->setText(left > 0 ? tr("“%1”, hidden again in %2 s").arg(m_revealed.name()).arg(left)
                              : m_revealed.name());
}

} // namespace latchkey::ui
