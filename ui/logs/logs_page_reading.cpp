#include "core/model/futures.h"
#include "ui/format/words.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/logs/request_words.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

// How the page follows new requests, and what it shows while nobody answers.

namespace latchkey::ui {

void LogsPage::watchVault() {
    connect(&m_model, &RequestModel::loaded, this, &LogsPage::noteLoaded);
    connect(&m_model, &RequestModel::failed, this, &LogsPage::showFailed);
    // A question to a server that is gone is asked anew before the last attempt at it has failed. Until then
    // the rows of the filter before would stand there as if they were those of this one.
    connect(&m_service.backend(), &VaultBackend::troubled, this, [this](const Error &e) {
        if (e.code != ErrorCode::Unreachable || !m_model.isLoading())
            return;
        m_model.showMeanwhile();
        if (!m_model.isOfSeen() && m_model.rowCount() > 0)
            return;
        noteOldChart();
        showFailed(e);
    });
    // A question that is still on its way may have got lost with what was away.
    connect(&m_service.backend(), &VaultBackend::recovered, this, [this] {
        if (m_isUnread || m_naming || m_model.isLoading())
            apply();
    });
}

/// New requests: the list follows only while its newest are looked at. What is being read comes first, or a
/// log that is slower than its news would never be shown; what can't be read now is once it can.
void LogsPage::follow() {
    if (m_naming || (m_isUnread && m_service.backend().silence()))
        return;
    if (m_model.isLoading()) {
        m_behind = true;
        return;
    }
    if (m_table->verticalScrollBar()->value() == 0)
        return apply();
    askChart();
    askCount();
}

void LogsPage::noteLoaded() {
    m_isUnread = false;
    showState();
    const bool goesOn = m_model.hasMore() && m_model.rowCount() < RequestModel::PageRows;
    if (!goesOn && std::exchange(m_behind, false))
        follow();
}

QWidget *LogsPage::makeUnread() {
    auto *page = new QWidget(m_stack);
    m_unread = new QLabel(page);
    m_unread->setObjectName(QStringLiteral("logUnread"));
    m_unread->setWordWrap(true);
    m_unread->setAlignment(Qt::AlignCenter);
    auto *again = new QPushButton(tr("Try again"), page);
    again->setObjectName(QStringLiteral("logTryAgain"));
    connect(again, &QPushButton::clicked, this, &LogsPage::apply);
    auto *box = new QVBoxLayout(page);
    box->addStretch(1);
    box->addWidget(m_unread);
    box->addWidget(again, 0, Qt::AlignHCenter);
    box->addStretch(2);
    return page;
}

void LogsPage::showUnread(const QString &why) {
    m_isUnread = true;
    m_unread->setText(why);
    showState();
}

void LogsPage::showFailed(const Error &error) {
    if (m_model.rowCount() == 0)
        return showUnread(
            m_model.isOfSeen() && m_model.seenCount() > 0
                ? tr("None of the %Ln requests seen so far match. The others can't be searched while "
                     "the connection is away.",
                     nullptr, m_model.seenCount())
                : unreadSentence(error));
    m_isUnread = true;
    if (m_model.isOfSeen()) {
        m_problem->setText(tr("The connection is away. Of the requests seen so far, these match."));
        m_count->setText(tr("%Ln of the requests seen so far", nullptr, m_model.rowCount()));
    } else {
        m_problem->setText(ui::sentence(error));
    }
    m_problem->show();
    showState();
}

} // namespace latchkey::ui
