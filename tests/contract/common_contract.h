#pragma once

#include "tests/contract/contract.h"

namespace latchkey::contract {

/// What the use cases of a person ask of every backend, whoever makes the tokens; and that what a backend
/// says it can't do is refused, with nothing changed.
class CommonContract final : public Contract {
    Q_OBJECT
public:
    using Contract::Contract;

private slots:
    void init();
    void createdListedAndFound();
    void nobodyGrantsBeyondTheirOwn();
    void anEditNeedsWhatItWasMadeFrom();
    void permissionsAreReplacedWhole();
    void eachOfSeveralHasItsOwnResult();
    void whatIsDeletedIsGone();
    void whatItCannotDoIsRefused();
    void itTellsOfItsChanges();

private:
    [[nodiscard]] KeyConfig config(const QString &name) const;
    ApiKey made(const QString &name);
    SessionStore m_secrets;
    std::unique_ptr<KeyService> m_service;
};

} // namespace latchkey::contract
