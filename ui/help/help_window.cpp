#include "ui/help/help_window.h"

#include "ui/help/help_pages.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int ContentsWidth = 250;
}

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit(this))
    , m_contents(new QListWidget(this))
    , m_text(new QTextBrowser(this))
    , m_back(new QToolButton(this))
    , m_language(new QLabel(this))
    , m_none(new QLabel(tr("No page has these words."), this)) {
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Latchkey Help"));
    setWindowIcon(applicationIcon());
    setAttribute(Qt::WA_QuitOnClose, false); // the last window is the one with the keys
    resize(900, 620);
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_contents->setAccessibleName(tr("Contents"));
    m_text->setAccessibleName(tr("Help page"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(20);
    m_back->setIcon(themedIcon(QStringLiteral("chevron-left")));
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setObjectName(QStringLiteral("helpBack"));
    m_none->setProperty("secondary", true);
    m_none->setWordWrap(true);
    m_none->hide();
    m_language->setObjectName(QStringLiteral("helpLanguage"));
    m_language->setText(tr("This page is in English."));
    m_language->setProperty("secondary", true);
    m_language->setWordWrap(true);
    m_language->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_back);
    head->addWidget(m_search, 1);
    auto *left = new QWidget(this);
    auto *leftBox = new QVBoxLayout(left);
    leftBox->setContentsMargins(12, 12, 8, 12);
    leftBox->setSpacing(8);
    leftBox->addLayout(head);
    leftBox->addWidget(m_contents, 1);
    leftBox->addWidget(m_none);
    leftBox->addWidget(m_language);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(left);
    split->addWidget(m_text);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(1, 1);
    split->setSizes({ContentsWidth, 900 - ContentsWidth});
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(split);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fill);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_contents->count() > 0)
            turnTo(m_contents->item(qMax(0, m_contents->currentRow()))->data(Qt::UserRole).toString());
    });
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            turnTo(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &u) { follow(u.toString()); });
    connect(m_back, &QToolButton::clicked, this, &HelpWindow::goBack);
    fill({});
    const int wide = m_contents->sizeHintForColumn(0) + m_contents->verticalScrollBar()->sizeHint().width();
    left->setMinimumWidth(qMax(ContentsWidth, wide + 32)); // whole titles, in each language
    showPage({});
}

void HelpWindow::fill(const QString &search) {
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    for (const QString &id : help::pages()) {
        if (!help::matches(id, search))
            continue;
        auto *item = new QListWidgetItem(help::titleOf(id), m_contents);
        item->setData(Qt::UserRole, id);
        if (id == m_page)
            m_contents->setCurrentItem(item);
    }
    m_none->setVisible(m_contents->count() == 0);
}

void HelpWindow::showPage(const QString &id) {
    m_search->clear();
    turnTo(help::pages().contains(id) ? id : help::pages().constFirst());
}

void HelpWindow::turnTo(const QString &id) {
    if (id == m_page)
        return;
    if (!m_page.isEmpty())
        m_before.append(m_page);
    m_page = id;
    render();
}

void HelpWindow::goBack() {
    if (m_before.isEmpty())
        return;
    m_page = m_before.takeLast();
    render();
}

void HelpWindow::follow(const QString &link) {
    if (const QString id = help::pageOfLink(link); !id.isEmpty())
        turnTo(id);
}

void HelpWindow::render() {
    m_text->document()->setDefaultFont(font());
    m_text->setMarkdown(help::textOf(m_page));
    // Markdown packs its paragraphs; a page to read needs air.
    for (QTextBlock b = m_text->document()->begin(); b.isValid(); b = b.next()) {
        QTextCursor c(b);
        QTextBlockFormat f = b.blockFormat();
        f.setTopMargin(f.headingLevel() > 1 ? 14 : f.headingLevel() == 1 ? 0 : 4);
        f.setBottomMargin(f.headingLevel() > 0 ? 8 : 6);
        f.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        c.setBlockFormat(f);
    }
    m_text->moveCursor(QTextCursor::Start);
    m_text->setAccessibleName(help::titleOf(m_page));
    m_back->setEnabled(!m_before.isEmpty());
    m_language->setVisible(!help::isTranslated(m_page));
    const QSignalBlocker quiet(m_contents);
    for (int i = 0; i < m_contents->count(); ++i) {
        if (m_contents->item(i)->data(Qt::UserRole).toString() == m_page)
            m_contents->setCurrentRow(i);
    }
}

void HelpWindow::keyPressEvent(QKeyEvent *e) {
    if (e->key() == Qt::Key_Escape) {
        if (m_search->text().isEmpty())
            close();
        else
            m_search->clear();
    } else if (e->matches(QKeySequence::Back)) {
        goBack();
    } else if (e->matches(QKeySequence::Find)) {
        m_search->setFocus();
    } else {
        QWidget::keyPressEvent(e);
    }
}

void HelpWindow::changeEvent(QEvent *e) {
    QWidget::changeEvent(e);
    if (e->type() == QEvent::PaletteChange && !m_page.isEmpty())
        render(); // links take their colour from the palette of the moment
}

} // namespace latchkey::ui
