### Where somebody is on the way to a second factor, for administrators.

status-label-not-required = Não exigido
status-label-announced = Anunciado
status-label-grace = Prazo de tolerância
status-label-must-activate = Precisa ativar
status-label-overdue = Atrasado
status-label-active = Ativo
status-label-exempt = Isento
status-label-off = Desativado
status-label-unknown = Ainda desconhecido

status-not-required = Não tem um segundo fator e não precisa de um.
status-announced = Não tem um segundo fator e vai precisar de um a partir de { $from }.
status-grace = Não tem um segundo fator e pode adiar até { $until }.
status-skips =
    { $count ->
        [1] Não tem um segundo fator e pode adiar mais uma vez.
       *[other] Não tem um segundo fator e pode adiar mais { $count } vezes.
    }
status-must-activate = Não tem um segundo fator e precisa ativar um desde { $since }.
status-overdue = Ainda não tem um segundo fator, embora um seja exigido desde { $since }.
status-active = Tem um segundo fator.
status-exempt = Nada é pedido até { $until }.
status-off = Esta conta não usa um segundo fator.
