#include "server/api/change_tail.h"

#include "core/backend/rule_store.h"
#include "core/token/token.h"

#include <QTimer>

namespace latchkey::server {

ChangeTail::ChangeTail(VaultBackend &vault)
    : m_process(token::randomId().toString()) {
    connect(&vault, &VaultBackend::keysChanged, this, [this](const QList<KeyId> &ids) {
        note({ids, ids.isEmpty()});
    });
    connect(&vault, &VaultBackend::catalogueChanged, this, [this] { note({{}, false, true}); });
    connect(&vault, &VaultBackend::customersChanged, this, [this] { note({{}, false, false, true}); });
    if (RuleStore *rules = vault.rules())
        connect(rules, &RuleStore::changed, this, [this] { note({{}, false, false, false, true}); });
}

void ChangeTail::note(Step step) {
    m_steps.push_back(std::move(step));
    if (m_steps.size() > Most)
        m_steps.pop_front();
    ++m_last;
    emit moved();
}

QString ChangeTail::position() const {
    return m_process + u'-' + QString::number(m_last);
}

wire::ChangesDocument ChangeTail::since(const QString &position) const {
    wire::ChangesDocument d;
    d.position = this->position();
    const qsizetype dash = position.indexOf(u'-');
    const auto from = wire::counterFrom(QStringView(position).mid(dash + 1));
    const qint64 first = m_last - static_cast<qint64>(m_steps.size());
    if (position.left(dash) != m_process || !from || *from < first || *from > m_last) {
        d.all = d.catalogue = d.customers = d.rules = true;
        return d;
    }
    QSet<KeyId> keys;
    for (auto i = static_cast<std::size_t>(*from - first); i < m_steps.size(); ++i) {
        const Step &s = m_steps[i];
        d.all = d.all || s.all;
        d.catalogue = d.catalogue || s.catalogue;
        d.customers = d.customers || s.customers;
        d.rules = d.rules || s.rules;
        for (const KeyId &k : s.keys)
            keys.insert(k);
    }
    if (keys.size() > MostKeys)
        d.all = true;
    if (!d.all)
        d.keys = keys.values();
    return d;
}

void ChangeTail::whenMoved(QObject *context, int ms, std::function<void()> f) {
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, timer, [timer, f = std::move(f)] {
        timer->deleteLater();
        f();
    });
    connect(this, &ChangeTail::moved, timer, [timer] { timer->start(0); });
    timer->start(ms);
}

} // namespace latchkey::server
