#include "core/services/comparison/key_reading.h"

#include "core/model/futures.h"

namespace latchkey {

namespace {
constexpr int AtOnce = 4; // as many as a service is asked for elsewhere
constexpr int AgainMs = 1'000;
} // namespace

KeyReading::KeyReading(VaultBackend &backend, std::optional<Environment> environment, QObject *parent)
    : KeyReading(backend, {{}, {}, environment, SmartFilter::None}, Depth::Permissions, parent) {}

KeyReading::KeyReading(VaultBackend &backend, const KeyFilter &filter, Depth depth, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_filter(filter)
    , m_depth(depth) {
    // Not every list that is incomplete ends with a signal: another question may take its place on the line.
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMs);
    connect(&m_again, &QTimer::timeout, this, &KeyReading::list);
    connect(&backend, &VaultBackend::indexProgress, this, [this](int percent) {
        if (percent < 100 || !m_again.isActive())
            return;
        m_again.stop();
        list();
    });
}

void KeyReading::start() {
    list();
}

void KeyReading::list() {
    KeyQuery query;
    query.filter = m_filter;
    query.sort = {SortColumn::Name, Qt::AscendingOrder};
    m_backend.list(query) | then(this, [this](const Result<KeyListPtr> &list) {
        if (!list)
            return end(fail(list.error()));
        if ((*list)->total() > Most)
            return end(fail(ErrorCode::LimitReached,
                            {{QStringLiteral("have"), (*list)->total()}, {QStringLiteral("most"), Most}}));
        m_list = *list;
        if (!m_list->complete())
            return m_again.start();
        m_keys.reserve(m_list->size());
        rows();
    });
}

void KeyReading::rows() {
    emit progress(m_at, m_list->size());
    if (m_at >= m_list->size())
        return askOne();
    QList<KeyId> ids;
    for (qsizetype i = m_at; i < qMin(m_at + Piece, m_list->size()); ++i)
        ids.append(m_list->idAt(i));
    m_at += ids.size();
    m_backend.rows(ids) | then(this, [this](const Result<QList<ApiKey>> &rows) {
        if (!rows)
            return end(fail(rows.error()));
        for (const ApiKey &k : *rows) {
            if (m_depth == Depth::Permissions && k.service && !k.service->scopesKnown)
                m_bare.append(m_keys.size());
            m_keys.append(k);
        }
        this->rows();
    });
}

/// What is left of the keys that only their names are known of; one that can't be read stays as it is.
void KeyReading::askOne() {
    while (!m_bare.isEmpty() && m_asking < AtOnce) {
        const qsizetype place = m_bare.takeFirst();
        ++m_asking;
        m_backend.rows({m_keys[place].id}) | then(this, [this, place](const Result<QList<ApiKey>> &rows) {
            --m_asking;
            if (rows && !rows->isEmpty())
                m_keys[place] = rows->first();
            emit progress(m_keys.size() - m_bare.size() - m_asking, m_keys.size());
            askOne();
        });
    }
    if (m_bare.isEmpty() && m_asking == 0)
        end(m_keys);
}

void KeyReading::end(const Result<QList<ApiKey>> &keys) {
    if (std::exchange(m_over, true))
        return;
    if (keys)
        emit finished(*keys);
    else
        emit failed(keys.error());
}

} // namespace latchkey
