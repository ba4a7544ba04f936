#include "ui/dialogs/form/key_picker.h"

#include "core/model/futures.h"
#include "core/services/key_service.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int Most = 50, WaitMs = 120, Lines = 5;
}

KeyPicker::KeyPicker(KeyService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    m_search->setPlaceholderText(tr("Search by name, owner or permission"));
    m_search->setAccessibleName(tr("Search for the key to copy from"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Keys to copy from"));
    m_list->setFixedHeight(Lines * (fontMetrics().height() + 12) + 8);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(m_search);
    box->addWidget(m_list);
    setFocusProxy(m_search);
    m_wait.setSingleShot(true);
    m_wait.setInterval(WaitMs);
    connect(&m_wait, &QTimer::timeout, this, &KeyPicker::ask);
    connect(&service.backend(), &VaultBackend::keysChanged, this, [this] {
        if (isVisible() && m_found && m_found->unread() > 0)
            m_wait.start();
    });
    connect(m_search, &QLineEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { take(m_list->currentRow()); });
}

void KeyPicker::start() {
    m_search->clear();
    m_search->setFocus();
    ask();
}

void KeyPicker::ask() {
    KeyQuery q;
    q.filter = parseFilter(m_search->text());
    q.sort = {SortColumn::Created, Qt::DescendingOrder};
    const int number = ++m_asked;
    m_service.backend().list(q) | then(this, [this, number](const Result<KeyListPtr> &list) {
        if (number != m_asked || !list)
            return;
        m_found = *list;
        QList<KeyId> ids;
        for (qsizetype i = 0; i < qMin<qsizetype>(Most, (*list)->size()); ++i)
            ids.append((*list)->idAt(i));
        m_service.backend().rows(ids) | then(this, [this, number](const Result<QList<ApiKey>> &rows) {
            if (number == m_asked && rows)
                show(*rows);
        });
    });
}

void KeyPicker::show(const QList<ApiKey> &keys) {
    m_keys = keys;
    m_list->clear();
    for (const ApiKey &k : keys) {
        auto *item = new QListWidgetItem(
            themedIcon(k.config.environmentKnown ? iconName(k.config.environment) : QStringLiteral("key")),
            k.config.environmentKnown
                ? tr("%1 · %2", "name, environment of a key").arg(k.config.name, word(k.config.environment))
                : k.config.name,
            m_list);
        if (k.damaged)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    if (keys.isEmpty()) {
        const qsizetype unread = m_found ? m_found->unread() : 0;
        auto *none = new QListWidgetItem(unread > 0 ? notReadYet(unread) : tr("No keys match."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void KeyPicker::take(int row) {
    if (row >= 0 && row < m_keys.size() && !m_keys[row].damaged)
        emit picked(m_keys[row]);
}

bool KeyPicker::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentRow();
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            m_list->setCurrentRow(
                qBound(0, row + (key->key() == Qt::Key_Down ? 1 : -1), m_list->count() - 1));
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers() == Qt::NoModifier) {
            take(row);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace latchkey::ui
