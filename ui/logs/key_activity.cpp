#include "ui/logs/key_activity.h"

#include "ui/logs/log_table.h"
#include "ui/logs/request_words.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

KeyActivity::KeyActivity(VaultBackend &backend, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(backend, clock)
    , m_table(new LogTable(m_model, this))
    , m_none(new QLabel(this))
    , m_why(new QPushButton(themedIcon(QStringLiteral("help")), tr("Why was this rejected?"), this))
    , m_stack(new QStackedWidget(this)) {
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Requests of this key"));
    for (const RequestColumn c : {RequestColumn::Key, RequestColumn::Environment, RequestColumn::Customer})
        m_table->setColumnHidden(static_cast<int>(c), true);
    m_table->setColumnWidth(static_cast<int>(RequestColumn::Path), 150);
    const QString none = backend.requests()
                             ? tr("No requests of this key yet. Requests come from a verifier on this vault "
                                  "and from imported access logs.")
                             : tr("Requests aren't reported here.");
    m_none->setText(none);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setMargin(24);
    m_none->setProperty("secondary", true);
    m_why->setEnabled(false);
    auto *list = new QWidget(m_stack);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 8);
    row->addStretch(1);
    row->addWidget(m_why);
    auto *box = new QVBoxLayout(list);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_table, 1);
    box->addLayout(row);
    m_stack->addWidget(m_none);
    m_stack->addWidget(list);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    const auto follow = [this] {
        const RequestRecord *r = m_table->current();
        m_why->setEnabled(r && isRejection(r->outcome));
        m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, follow);
    connect(&m_model, &RequestModel::loaded, this, follow);
    // Not read is not the same as none.
    connect(&m_model, &RequestModel::loaded, this, [this, none] {
        m_isUnread = false;
        m_none->setText(none);
    });
    connect(&m_model, &RequestModel::failed, this, &KeyActivity::showUnread);
    connect(&backend, &VaultBackend::troubled, this, [this](const Error &e) {
        if (e.code == ErrorCode::Unreachable && m_model.isLoading())
            showUnread(e);
    });
    connect(&backend, &VaultBackend::recovered, this, [this] {
        if (m_isUnread)
            m_model.refresh();
    });
    connect(m_table, &LogTable::whyRequested, this, &KeyActivity::whyRequested);
    connect(m_why, &QPushButton::clicked, this, [this] {
        if (const RequestRecord *r = m_table->current())
            emit whyRequested(*r);
    });
    if (RequestLog *log = backend.requests())
        connect(log, &RequestLog::changed, this, [this] {
            if (!m_key.isNull())
                m_model.refresh();
        });
}

void KeyActivity::showUnread(const Error &e) {
    m_isUnread = true;
    m_none->setText(unreadSentence(e));
}

void KeyActivity::setKey(const KeyId &id) {
    if (std::exchange(m_key, id) == id)
        return;
    m_stack->setCurrentIndex(0);
    RequestFilter f;
    f.keys = {id};
    m_model.setFilter(f);
}

} // namespace latchkey::ui
