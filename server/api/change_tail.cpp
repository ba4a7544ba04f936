#include "server/api/change_tail.h"

#include "core/backend/rule_store.h"
#include "core/token/token.h"

#include <QTimer>
#include <algorithm>

namespace latchkey::server {

ChangeTail::ChangeTail(VaultBackend &vault)
    : m_process(token::randomId().toString()) {
    connect(&vault, &VaultBackend::keysChanged, this, [this](const QList<KeyId> &ids) {
        for (qsizetype from = 0; from == 0 || from < ids.size(); from += MostKeys)
            note({ids.mid(from, MostKeys), ids.isEmpty()});
    });
    connect(&vault, &VaultBackend::catalogueChanged, this, [this] { note({{}, false, true}); });
    connect(&vault, &VaultBackend::customersChanged, this, [this] { note({{}, false, false, true}); });
    if (RuleStore *rules = vault.rules())
        connect(rules, &RuleStore::changed, this, [this] { note({{}, false, false, false, true}); });
}

void ChangeTail::note(Step step) {
    m_kept += step.keys.size();
    m_steps.push_back(std::move(step));
    while (m_steps.size() > Most || m_kept > MostKept) {
        m_kept -= m_steps.front().keys.size();
        m_steps.pop_front();
    }
    ++m_last;
    emit moved();
}

QString ChangeTail::position() const {
    return positionOf(m_last);
}

QString ChangeTail::positionOf(qint64 number) const {
    return m_process + u'-' + QString::number(number);
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
    const auto begin = m_steps.cbegin() + (*from - first);
    d.all = std::any_of(begin, m_steps.cend(), [](const Step &s) { return s.all; });
    QSet<KeyId> keys;
    for (auto i = static_cast<std::size_t>(*from - first); i < m_steps.size(); ++i) {
        const Step &s = m_steps[i];
        if (!d.all && keys.size() + s.keys.size() > MostKeys && !keys.isEmpty()) {
            d.more = true;
            d.position = positionOf(first + static_cast<qint64>(i));
            break;
        }
        d.catalogue = d.catalogue || s.catalogue;
        d.customers = d.customers || s.customers;
        d.rules = d.rules || s.rules;
        if (!d.all)
            keys += QSet<KeyId>(s.keys.cbegin(), s.keys.cend());
    }
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
