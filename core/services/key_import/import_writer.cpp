#include "core/services/key_import/import_writer.h"

#include "core/backend/change_gate.h"

namespace latchkey {

void ImportReport::name(const NamedRow &row) {
    emptying += row.emptied.isEmpty() ? 0 : 1;
    granting += row.unknown.isEmpty() ? 0 : 1;
    for (const Scope &s : row.unknown) {
        if (unknownScopes.size() < MostNamed)
            unknownScopes.insert(s);
    }
    const auto fate = static_cast<std::size_t>(row.fate);
    int &places = row.warns() ? warned : plainOf[fate];
    if (places == MostNamed)
        return;
    ++places;
    ++namedOf[fate];
    named.append(row);
}

ImportWriter::ImportWriter(KeyService &service, ImportReport &report)
    : m_service(service)
    , m_report(report) {
    m_pool.setMaxThreadCount(1);
}

ImportWriter::~ImportWriter() {
    m_pool.waitForDone();
}

Outcome ImportWriter::keepTokensIn(const QString &path) {
    m_tokens = std::make_shared<TokenFile>();
    return m_tokens->create(path);
}

void ImportWriter::write(Chunk chunk, Refused refused, Written written) {
    m_chunk = std::move(chunk);
    m_refused = std::move(refused);
    m_written = std::move(written);
    if (m_chunk.created.isEmpty())
        return change();
    if (!m_tokens)
        return create();
    keepTokens();
}

/// New tokens are on the disk before their keys are in the vault.
void ImportWriter::keepTokens() {
    inBackground(m_pool, [tokens = m_tokens, keys = m_chunk.created]() -> Outcome {
        for (const KeyService::PlannedKey &p : keys) {
            if (p.token)
                tokens->add(p.key.id, p.key.config.name, *p.token);
        }
        return tokens->sync();
    }) | then(this, [this](const Outcome &saved) {
        if (!saved || m_cancelled)
            return end(saved);
        create();
    });
}

void ImportWriter::create() {
    QList<NewKey> keys;
    keys.reserve(m_chunk.created.size());
    for (const KeyService::PlannedKey &p : std::as_const(m_chunk.created))
        keys.append(p.key);
    const Agreed agreed(m_service.backend().gate()); // the window that began the import asked for it
    m_service.createMany(keys) | then(this, [this](const Result<QList<Result<ApiKey>>> &made) {
        if (!made)
            return end(tl::unexpected(made.error()));
        for (qsizetype i = 0; i < made->size(); ++i) {
            const Result<ApiKey> &one = made->at(i);
            if (!one) {
                m_refused(true, i, one.error());
                continue;
            }
            ++m_report.created;
            m_report.made.append({one->id, one->version});
        }
        change();
    });
}

void ImportWriter::change() {
    if (m_chunk.bases.isEmpty() || m_cancelled)
        return end({});
    const Agreed agreed(m_service.backend().gate());
    m_service.changeMany(m_chunk.bases, [this](const ApiKey &k) -> Result<KeyChange> {
        return m_chunk.changes[k.id];
    }) | then(this, [this](const Result<QList<Result<ApiKey>>> &changed) {
        if (!changed)
            return end(tl::unexpected(changed.error()));
        for (qsizetype i = 0; i < changed->size(); ++i) {
            const Result<ApiKey> &one = changed->at(i);
            if (!one) {
                m_refused(false, i, one.error());
                continue;
            }
            ++m_report.changed;
            m_report.edited.append({one->id, one->version});
            m_report.before.insert(one->id, m_chunk.bases[i].config);
        }
        end({});
    });
}

void ImportWriter::end(const Outcome &outcome) {
    // The next chunk may be given from there.
    const Written written = std::exchange(m_written, {});
    written(outcome);
}

} // namespace latchkey
