#include "ui/shell/fresh_keys.h"

#include "core/model/futures.h"
#include "ui/commands/command_registry.h"
#include "ui/format/service_words.h"
#include "ui/keys/keys_page.h"

#include <utility>

namespace latchkey::ui {

FreshKeys::FreshKeys(VaultBackend &backend, KeysPage &page, CommandRegistry &commands, Feedback &feedback,
                     QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_page(page)
    , m_feedback(feedback) {
    m_long.setSingleShot(true);
    m_long.setInterval(LongMs);
    connect(&m_long, &QTimer::timeout, this, &FreshKeys::say);
    connect(&backend, &VaultBackend::waitChanged, this, [this] {
        if (m_said)
            say();
    });
    connect(&commands, &CommandRegistry::chosen, this, &FreshKeys::drop);
    connect(&page.table(), &KeyTableView::currentKeyChanged, this, [this](const KeyId &id) {
        if (!m_read.isNull() && id != m_current && inList())
            drop();
    });
    connect(&page.model(), &KeyTableModel::replaced, this, [this](bool sameQuery) {
        // Where the key itself has left its list, nobody has gone anywhere: the answer says what became of
        // it.
        if (!m_read.isNull() && !sameQuery && !inList())
            drop();
    });
}

void FreshKeys::read(const QList<KeyId> &ids, std::function<void(const Many &)> then) {
    drop();
    if (ids.isEmpty() || ids.first().isNull())
        return;
    m_read = ids.first();
    m_current = m_page.table().currentKey();
    m_long.start();
    whenDone(m_backend.rows(ids), this, [this, asked = m_asked, then = std::move(then)](const Many &rows) {
        if (asked != m_asked)
            return;
        drop();
        then(rows);
    });
}

void FreshKeys::drop() {
    ++m_asked;
    m_read = m_current = KeyId();
    m_long.stop();
    if (std::exchange(m_said, false))
        m_feedback.clearBanner(QStringLiteral("reading"));
}

bool FreshKeys::inList() const {
    return m_page.model().rowOf(m_current) >= 0;
}

void FreshKeys::say() {
    m_said = true;
    const auto waits = m_backend.homeOf(m_read).info().waits;
    m_feedback.banner(
        QStringLiteral("reading"), Feedback::Level::Info,
        waits ? tr("The key can't be read yet: %1", "waiting until 12:03:10: rate limit of SendGrid")
                    .arg(waiting(*waits, m_page.model().timeZone()))
              : tr("The key is being read…"),
        tr("Cancel"), [this] { drop(); });
}

} // namespace latchkey::ui
