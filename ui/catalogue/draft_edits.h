#pragma once

#include "ui/catalogue/catalogue_tree.h"

/// What a person does to a draft as a whole; each gives the place to be chosen afterwards.
namespace latchkey::ui::draft_edits {

CataloguePlace addResource(CatalogueDraft *draft, const CataloguePlace &after);
/// Into the resource that `at` is or lies in.
CataloguePlace addScope(CatalogueDraft *draft, const CataloguePlace &at);
CataloguePlace addTemplate(CatalogueDraft *draft, const CataloguePlace &after);
[[nodiscard]] bool canRemove(const CataloguePlace &at);
/// A permission goes from the templates as well.
CataloguePlace remove(CatalogueDraft *draft, const CataloguePlace &at);
[[nodiscard]] bool canMove(const CatalogueDraft &draft, const CataloguePlace &at, int by);
CataloguePlace move(CatalogueDraft *draft, const CataloguePlace &at, int by);
/// The change from one catalogue to another, made on a third: see carriedOver(). None too where no catalogue
/// comes of it.
std::optional<Catalogue> carried(const CatalogueDraft &from, const CatalogueDraft &to,
                                 const CatalogueDraft &now);

} // namespace latchkey::ui::draft_edits
