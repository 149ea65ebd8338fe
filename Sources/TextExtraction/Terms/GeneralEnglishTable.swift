/// How often the commoner words of everyday English occur as noun (n), adjective (a), verb (v) and adverb (r).
///
/// Counted by lemma in the training part of the treebank UD English EWT (Silveira et al. 2014, CC BY-SA 4.0), 204,577
/// words of e-mails, reviews, weblogs, newsgroups and answers; words seen fewer than four times in a class are left out.
/// `Training/general-english.sh` makes the table anew. Termhood contrasts a corpus with it.
enum GeneralEnglishTable {
  /// The number of words counted.
  static let total = 204_577

  /// `lemma:` and the counts by class, separated by spaces.
  static let entries = """
    a:n10 aa:n6 abandon:v5 ability:n16 able:a72 about:a6r87 above:a12r15 abroad:r10 absolute:a8 absolutely:r24
    absorb:v6 abuse:n8 accept:v32 acceptable:a4 access:n21v5 accessibility:n4 accident:n10 accommodating:a4
    accommodation:n5 accord:n5v37 accordingly:r7 account:n20 accounting:n5 accumulate:v5 accurate:a6 accuse:v9
    achieve:v18 acknowledge:v5 acquire:v10 acronym:n4 act:n22v21 action:n42 active:a12 activity:n40 actual:a9
    actually:r70 acupuncture:n5 ad:n4 adapt:v4 add:v77 addition:n15 additional:a25 address:n30v23 adhere:v5
    adjust:v15 adjustment:n10 administration:n31 administrative:a4 admission:n6 admit:v15 adopt:v7 adult:n19
    advance:n10 advanced:a7 advantage:n5 adventure:n5 advice:n23 advise:v20 advisor:n4 affair:n12 affect:v16
    affirm:v4 afford:v13 affordable:a12 afghan:a13 afraid:a16 after:r6 afternoon:n25 again:r121 age:n20 agency:n15
    agenda:n4 agent:n21 ago:r44 agree:v43 agreement:n70 ahead:r14 aid:n8 aim:n4v4 air:n26 aircraft:n4 airport:n9
    alarm:n5 alcohol:n4 all:r64 allegation:n6 allege:v5 alleged:a4 allegedly:r6 alliance:n6 allocate:v10 allow:v32
    ally:n8 almost:r46 alone:a9r14 along:r19 already:r87 also:r340 alternative:a8n10 altogether:r4 always:r102
    amaze:v4 amazing:a32 ambitious:a5 ambulance:n5 amend:v6 amendment:n8 american:a70 ammunition:n5 amount:n78
    analysis:n16 analyst:n21 anger:n4 angle:n4 angry:a4 animal:n45 anniversary:n4 announce:v12 annoying:a4
    answer:n45v27 anthrax:n38 antibiotic:n4 anticipate:v5 any:r8 anymore:r6 anytime:r6 anyway:r13 anywhere:r19
    apart:r9 apartment:n18 apologize:v6 apparently:r12 appear:v20 appetite:n4 application:n32 apply:v34
    appointment:n19 appreciate:v29 approach:n8v5 appropriate:a11 appropriation:n6 approval:n16 approve:v33
    approximately:r6 arab:a23 arctic:a5 area:n86 argue:v16 argument:n10 arm:n25 armament:n5 armed:a8 army:n23
    around:r48 arrange:v9 arrangement:n4 arrest:n11v8 arrival:n4 arrive:v29 art:n16 article:n23 artist:n5 as:r195
    asap:r10 asian:a10 aside:r6 ask:v133 aspect:n12 assassinate:v5 assassination:n9 assault:n4 asset:n13 assign:v13
    assist:v11 assistance:n13 assistant:n6 associate:n13v10 assume:v23 assure:v11 astronaut:n5 asymmetrical:a6
    atmosphere:n16 atrocity:n4 attach:v85 attachment:n13 attack:n44v15 attempt:n22v11 attend:v36 attention:n24
    attitude:n4 attorney:n14 attract:v6 audience:n4 audit:n17 aunt:n4 authentic:a5 author:n8 authority:n23
    authorize:v4 auto:n5 availability:n5 available:a42 average:a10 avoid:v16 await:v4 award:n8v6 aware:a19 away:r69
    awesome:a22 awful:a7 b:a4n7 baby:n39 back:a5n35r176v14 background:n9 bad:a106r5 badly:r6 bag:n14 balance:n25
    balcony:n4 ball:n12 ban:v5 band:n20 bank:n11 bankrupt:a4 bankruptcy:n5 banner:n4 bar:n11 barely:r10 barn:n7
    barrel:n7 base:n19v47 basic:a11 basically:r13 basis:n26 bathroom:n15 bbq:n4 be:v361 beach:n9 bear:n23v32
    beard:n5 bearded:a7 beat:n4v10 beautiful:a21 become:v72 bed:n12 bedding:n5 bedroom:n6 beer:n9 before:r31
    begin:v49 beginner:n4 beginning:n11 behalf:n4 behavior:n14 being:n11 belief:n8 believe:v89 belly:n4 belong:v10
    below:r43 belt:n5 bend:v5 benefit:n21v7 bet:n7 betta:n4 beware:v4 beyond:r4 big:a89 bike:n5 bill:n16 billing:n6
    billion:n5 biochemical:a4 biological:a15 bird:n33 birth:n21 birthday:n12 bit:n55 bite:v20 biz:n4 black:a26
    blackline:v4 bladder:n4 blame:v7 bland:a4 blanket:n8 blend:v5 bless:v5 blind:a8 block:n14 blog:n8 blood:n19
    bloody:a7 blow:v19 blue:a16 blur:v4 board:n26v6 boarding:n4 boast:v4 boat:n6 body:n32 bomb:n13 bomber:n4
    bombing:n13 bond:n5 bonus:n4 book:n28v24 boot:n5 border:n20 boss:n4 both:r11 bother:v12 bottle:n5 bottom:n11
    bowl:n9 box:n22 boy:n11 boyfriend:n5 brain:n5 branch:n11 brass:n8 bread:n5 break:n9v23 breakfast:n11 breath:n4
    breathe:v6 breed:v6 breeding:n5 bright:a6 bring:v72 british:a10 broken:a4 broker:n4 bronze:n6 brother:n8 bs:n4
    btw:r4 buck:n6 budget:n24 budgie:n5 bug:n6 build:v27 building:n17 bulb:n11 bunch:n8 burger:n4 burn:v7 burrow:v4
    bus:n31 business:n101 busy:a16 butt:n4 butterfly:n4 button:n6 buy:v76 buyer:n4 by:r7 c:n5 ca:n4 cabin:n8
    cabinet:n5 cafe:n8 cage:n47 cake:n14 calculate:v4 calculation:n5 calendar:n6 call:n90v209 calm:a5 camera:n15
    campaign:n34 campus:n6 can:n6 canadian:a16 cancel:v15 cancer:n6 candidate:n14 cap:n17 capability:n12 capable:a9
    capacity:n8 capital:a4n16 capture:v8 car:n107 carbon:n7 card:n23 care:n48v31 career:n14 careful:a4 carefully:r7
    cargo:n4 caring:a4 carrier:n4 carry:v26 cartoon:n4 case:n67 cash:n19 cast:n4v6 casualty:n5 cat:n74 catch:v16
    category:n10 cause:n8v26 cc:n4 ceiling:n4 cell:n15 censor:v5 cent:n11 center:n10 central:a16 centre:n8
    century:n14 ceo:n8 certain:a30 certainly:r22 certificate:n14 chain:n8 chair:n18 chairman:n7 challenge:n10v4
    challenging:a4 chance:n32 chandelier:n4 change:n88v75 changing:n4 channel:n4 chaos:n4 chapter:n4 character:n5
    charcoal:n5 charge:n22v44 chase:v4 chat:v4 cheap:a34 check:n17v70 cheek:n7 cheese:n11 chef:n11 chemical:a11
    chess:n16 chest:n5 chick:n6 chicken:n26 chief:a4n7 child:n67 chinese:a22 chiro:n6 chocolate:n5 choice:n23
    choose:v29 christian:a5 church:n14 ciac:n4 circle:n32v4 circularisation:n5 circulate:v6 circumstance:n4 cite:v4
    citizen:n9 city:n39 civet:n7 civil:a18 civilian:n4 civilized:a6 claim:n15v28 clan:n5 class:n20 clause:n6
    clay:n6 clean:a40v19 cleaner:n6 cleaning:n4 clear:a28v5 clearly:r19 cleric:n4 click:v14 client:n20 climate:n15
    climb:v6 clinic:n4 close:a33n5r6v21 closely:r10 clothes:n6 clothing:n10 club:n7 cm:n4 co-worker:n4 coalition:n5
    coast:n14 code:n15 coffee:n15 cold:a17 collateral:n4 colleague:n7 collect:v9 collection:n7 collective:a6
    college:n17 color:n21 combat:n4 combine:v5 come:v259 comfortable:a24 command:n8 commander:n7 comment:n58v5
    commercial:a8 commission:n14 commissioner:n4 commit:v7 commitment:n10 committee:n18 commodity:n6 common:a18
    communicate:v6 communication:n12 communist:a5 community:n20 company:n103 compare:v16 comparison:n12
    compassionate:a5 compensate:v5 compensation:n5 compete:v9 competition:n7 competitive:a9 complain:v11
    complaint:n8 complete:a13v16 completely:r23 complex:n7 comprehensive:a7 compressor:n6 computer:n23 con:n5
    concentrate:v4 concept:n5 concern:n32v8 concerned:a16 concert:n4 conclude:v13 conclusion:n7 condition:n21v4
    conduct:v7 conference:n31 confidence:n10 confident:a9 confidential:a13 confidentiality:n10 confirm:n8v30
    confirmation:n5 conflict:n16 confuse:v4 confused:a5 congratulation:n7 connect:v4 connection:n27 conscious:a5
    consciousness:n7 consequence:n6 consider:v51 considerable:a7 consideration:n7 consistent:a5 consistently:r4
    constantly:r10 constitution:n7 construction:n6 consumer:n6 contact:n23v27 contain:v12 container:n5 content:n7
    contents:n5 continue:v56 contract:n40v5 contractor:n6 contradict:v4 contribute:v4 contribution:n5
    control:n21v10 convenient:a5 conventional:a4 conversation:n18 conviction:n7 convince:v7 cook:v14 cool:a10
    cooperation:n5 coordinate:v4 coordinator:n8 copy:n36v11 core:n5 corn:n4 corner:n15 corporate:a16 corporation:n4
    correct:a20 correctly:r7 correlation:n5 correspondence:n4 cost:n51v14 couch:n4 counsel:n5 count:n4v10
    counter:n9 counterparty:n28 country:n101 countryside:n4 county:n7 coup:n13 couple:n55 coupon:n5 course:n43
    court:n9 cousin:n4 cover:n12v25 coverage:n5 cozy:a6 crab:n4 craft:n5 crap:n7 crappy:a4 crash:v4 crate:n7
    craving:n4 crazy:a5 create:v35 creation:n5 creative:a7 credit:n40 crew:n12 crime:n19 criminal:a7 crisis:n7
    critical:a6 critter:n4 crop:n6 cropduster:n4 cross:n6v10 crowd:n5 crucial:a5 crude:n4 cruel:a7 cruise:n34
    cry:v4 cuban:a5 cultural:a7 culture:n14 cure:n4v8 currency:n17 current:a23 currently:r32 curse:n6 curtain:n5
    curve:n11 custom:a6n7 customer:n89 cut:n14v24 cute:a6 cycle:n4 dad:n20 daily:a18r5 damage:n11 dance:n12
    dancer:n4 danger:n7 dangerous:a21 dark:a14 data:n15 database:n4 date:n77v12 dating:n12 daughter:n14 day:n274
    dead:a28 deal:n66v35 dealer:n12 dealership:n9 dear:a12 death:n47 debate:n5 debt:n7 decade:n21 decent:a11
    decide:v42 decision:n22 declaration:n13 declare:v5 decline:n6v9 decor:n5 deep:a14 deeply:r6 default:n7
    defeat:v9 defence:n4 defend:v7 defense:n17 defensive:a4 define:v11 definitely:r40 definition:n5 degenerate:a4
    degree:n18 degu:n4 dehydrated:a4 delay:n5 delete:v13 deliberately:r4 delicious:a11 deliver:v29 delivery:n24
    demand:n9v8 democracy:n11 democratic:a5 demonstrate:v11 dental:a7 dentist:n10 deny:v7 department:n20 depend:v17
    dependent:a4 deploy:v7 deposit:n6 deputy:n4 derivative:n6 describe:v23 description:n10 deserve:v8 design:n17v15
    designer:n7 desire:v5 desk:n23 dessert:n6 destination:n8 destroy:v18 destruction:n7 detail:n24 detailed:a9
    detect:v4 deteriorate:v5 deterioration:n4 determine:v16 determined:a8 develop:v39 developer:n6 development:n29
    device:n7 devote:v4 diagnose:v5 dial:v5 diarrhea:n4 dictatorship:n4 die:v36 difference:n27 different:a58
    difficult:a19 difficulty:n11 digital:a5 dine:v9 dining:n11 dinner:n30 dioxide:n4 diplomacy:n6 diplomat:n6
    diplomatic:a4 dire:a4 direct:a11v7 direction:n18 directly:r12 director:n16 dirt:n4 dirty:a11 disability:n8
    disappear:v6 disappointed:a7 disaster:n17 disclose:v6 discomfort:n4 discount:n7 discourage:v4 discover:v11
    discuss:v55 discussion:n16 disease:n7 dish:n14 dismiss:v6 dispatch:n4 disperse:v4 dispute:n4 disrupt:v4
    distance:n5 distinction:n4 distribute:v6 distribution:n7 dividend:n4 division:n17 do:v510 doctor:n39
    document:n26 documentation:n10 dog:n62 dollar:n38 domain:n4 dominant:a4 dominate:a6v4 donate:v4 donation:n5
    done:a12 door:n43 double:a7 doubt:n11 down:n4r50 downtown:n6 draft:n42v7 drag:v8 dragon:n5 dramatic:a5 draw:v8
    drawer:n4 dress:n15 drill:n8 drink:n12v17 drive:n4v45 driver:n13 driving:n5 drop:v19 drug:n25 dry:a12n4v8
    duck:n4 dude:n4 due:a58 dumb:a8 duty:n11 dwarf:a7 e-mail:n33 eager:a7 early:a53r38 earn:v11 earth:n8
    earthquake:n6 easily:r15 east:a5 eastern:a8 easy:a52 eat:v81 eater:n4 economic:a17 economy:n11 ecosystem:n4
    edge:n5 edit:n11 education:n19 educational:a5 eei:n4 eerie:a4 effect:n16 effective:a15 effectively:r4
    efficient:a7 effort:n31 egg:n35 ego:n4 egyptian:a26 either:r12 elect:v11 election:n39 electoral:a4 electric:a6
    electrical:a5 electricity:n14 electronic:a4 element:n11 eliminate:v9 elite:a4 elk:n4 else:r67 elsewhere:r8
    email:n76v11 embassy:n4 emerge:v6 emergency:n19 emission:n6 employ:v9 employee:n24 employment:n7 empty:a4
    enable:v9 enchilada:n5 encourage:v14 end:n73v27 endangered:a4 enemy:n10 energy:n33 enforcement:n8 engage:v7
    engine:n11 engineer:n4 english:a4 enjoy:v54 enjoyable:a6 enormous:a4 enough:a24r38 enovate:n5 ensure:v19
    enter:v20 entertainment:n5 entire:a34 entirely:r10 entity:n19 entree:n4 entry:n8 envelope:n5 environment:n15
    environmental:a5 eol:n8 epc:n6 epm:n19 equal:a6 equally:r4 equine:a5 equip:v6 equipment:n10 equity:n4
    equivalent:a5 er:n4 error:n9 escape:v16 especially:r40 essence:n4 essentially:r6 establish:v20
    establishment:n10 estimate:n8v20 ethnic:a6 european:a6 evacuate:v4 evaluate:v5 evaluation:n7 even:r230
    evening:n21 event:n36 eventually:r12 ever:r88 everywhere:r5 evidence:n15 evident:a4 evil:n4 exact:a8
    exactly:r20 exam:n5 examine:v7 example:n32 exceed:v6 excellent:a68 exception:n8 excited:a7 excuse:n5
    execute:v24 execution:n9 executive:a24 exist:v24 expand:v13 expansion:n7 expect:v52 expectation:n12 expense:n10
    expensive:a25 experience:n99v11 experienced:a4 expert:n15 expertise:n5 expire:v6 explain:v38 explanation:n6
    explode:v5 exploit:v4 exploration:n4 explore:v10 explosive:n4 expose:v6 exposure:n10 express:v5 expression:n4
    extend:v13 extensive:a5 extent:n5 external:a4 extinction:n4 extra:a16 extradite:v4 extraordinary:a4 extreme:a6
    extremely:r34 extremist:n8 eye:n18 f:n4 fabulous:a8 face:n18v24 facility:n23 fact:n60 faction:n6 factor:n8
    fail:v16 failure:n9 fair:a15 fairly:r12 faith:n16 fake:a5 fall:n16v26 false:a10 familiar:a10 family:n112
    famous:a6 fan:n14 fancy:a4 fantastic:a20 far:a6r72 farm:n4 farrier:n9 fashioned:a4 fast:a16r7 fat:a10
    father:n20 fault:n6 favor:n9 favorable:a4 favorite:a10n9 fax:n40v12 fear:n17v7 feather:n11 feature:v6
    federal:a31 fee:n15 feed:n6v38 feedback:n5 feeding:n5 feel:v146 feeling:n9 fellow:a7 female:a6n18 fence:n5
    ferrous:a8 few:a110 field:n9 fight:n6v29 fighter:n9 fighting:n6 figure:n8v25 file:n47v17 filing:n6 fill:v26
    film:n15 filter:n14v4 final:a29 finally:r36 finance:n12v5 financial:a23 find:v210 finding:n4 fine:a38r5
    finger:n11 finish:n4v19 fire:n13v5 firm:n18 firmly:r4 first:a107r62 fiscal:a4 fish:n24 fit:v17 fix:v42
    fixture:n5 flake:n5 flat:a4 flavor:n4 flight:n19 flip:v7 float:v13 flooding:n4 floor:n13 flow:v13 flower:n11
    fluid:n5 fly:v27 focus:n9v17 fold:v4 folk:n16 follow:v93 food:n185 fool:v5 foot:n27 football:n5 forbid:v5
    force:n50v16 foreign:a16 foreigner:n10 forever:r10 forget:v25 form:n45v12 formal:a13 format:n7 former:a38
    forth:r6 forum:n5 forward:a6r35v24 founder:n9 free:a57 freedom:n11 freeze:n5v6 french:a16 frequent:a5
    frequently:r4 fresh:a20 friend:n97 friendly:a54 front:a14n27 fruit:n6 fry:n11v4 ft:n5 fuck:v5 fuel:n9 fulfil:v5
    full:a52 fully:r20 fun:a17n23 function:n6 fund:n20v14 fundamental:a9 fundamentalist:a5 funding:n9 funeral:n5
    funny:a4 furnace:n4 furniture:n11 further:a13r14v4 future:a7n20 fx:n4 fyi:r14 ga:n4 gain:n6v12 gallery:n4
    gallon:n7 game:n55 gang:n4 garage:n10 gas:n50 gate:n6 gather:v6 gay:a6 gcp:n11 gda:n4 gdp:n8 gem:n5 gender:n13
    gene:n7 general:a23n8 generally:r6 generate:v9 generation:n13 generator:n14 gentle:a6 gentleman:n4 german:a7
    get:v585 gift:n13 giraffe:n4 girl:n50 girlfriend:n10 give:v254 glad:a16 glass:n5 global:a41 globe:n4 go:v606
    goal:n16 golden:a8 gone:a4 good:a561n7 goods:n5 government:n66 governor:n11 grab:v12 grade:n4 graduate:n9v9
    grain:n4 grand:a10 grandma:n4 grandmother:n4 grant:n5v8 grateful:a4 great:a219 greatly:r8 green:a15 greet:v8
    greeting:n7 grill:n5 grip:n6 grocery:n5 groom:v4 gross:a5 ground:n14 grounds:n6 group:n94 grow:v31
    guarantee:v10 guaranty:n5 guard:n7 guerrilla:n8 guess:v31 guest:n14 guidance:n5 guide:n6 guideline:n12
    guilty:a4 guinea:n8 gulf:n11 gun:n15 guy:n86 gym:n6 habitat:n6 hair:n40 haircut:n6 halal:a10 half:a4n17
    halfway:r4 hall:n6 hamster:n19 hand:n66v6 handle:v36 handy:a4 hang:v15 happen:v50 happiness:n10 happy:a51
    hard:a45r20 hardness:n4 hassle:n4 hate:v17 haul:v5 have:v1332 haven:n5 head:n43v16 headquarters:n5 health:n28
    healthy:a16 hear:v69 hearing:n18 heart:n16 heat:n19 heater:n4 heating:n4 heaven:n4 heavily:r5 heavy:a11 heel:n7
    height:n5 helicopter:n10 hell:n8 help:n49v149 helpful:a45 hen:n6 hence:r5 here:r178 hesitate:v6 hidden:a6
    hide:v14 high:a76r7 highlight:v6 highly:r52 hijacker:n4 hindu:a4 hint:n4 hire:v13 hiss:v8 historical:a7
    history:n26 hit:v21 hoax:n5 hold:n4v60 holding:n4 hole:n8 holiday:n14 holy:a6 home:n65r33 homeland:n8
    homosexuality:n4 honest:a15 honestly:r7 honesty:n5 honorable:a4 hope:n12v75 hopeful:a4 hopefully:r10
    horrible:a24 horror:n4 horse:n77 hospital:n23 hospitality:n4 host:n7v12 hot:a26 hotel:n53 hotline:n6 hour:n73
    house:n53 household:n5 housing:n5 how:r249 however:r92 hr:n9 huge:a29 human:a30n13 humane:a4 humanity:n4
    hundred:n12 hungry:a7 hurry:n4 hurt:v17 husband:n19 ice:n7 id:n9 idea:n47 ideation:n6 identify:v12 identity:n7
    ignore:v14 ill:a4 illegal:a4 image:n17 imagine:v20 immediate:a10 immediately:r19 immigrant:n5 immunity:n4
    impact:n9 implement:v13 implementation:n6 implicate:v4 important:a43 importantly:r4 impose:v4 impossible:a9
    impress:v6 impressed:a8 imprison:v5 improve:v10 in:n8r107 incentive:n4 inch:n5 incident:n6 incite:v4
    incitement:n9 include:v109 income:n11 incorporate:v8 increase:n18v19 increasingly:r5 incredible:a5
    incredibly:r7 indeed:r9 indefinitely:r4 independent:a16 index:n5 indian:a41 indicate:v15 individual:a4n12
    industry:n17 inevitably:r4 infinite:a7 inflation:n8 influence:n7 info:n23 inform:v17 information:n65
    informative:a4 ingredient:n7 initial:a16v9 initially:r7 initiate:v9 initiative:n7 injury:n9 inner:a8
    innocent:a6 inquire:v6 inquiry:n8 insert:v4 inside:n4r14 inspection:n8 inspector:n4 inspire:v4 install:v10
    instance:n7 instead:r35 instruction:n18 instructor:n9 insurance:n14 insurgency:n4 insurgent:n5 integrity:n4
    intellectual:a4 intelligence:n24 intend:v27 intense:a4 intention:n4 interceptor:n4 interconnect:n13
    interest:n32 interested:a32 interesting:a17 interfere:v5 interference:n4 internal:a11 international:a47
    internet:n19 interview:n22v5 interviewer:n6 introduce:v12 invasion:n7 invent:v5 inventory:n4 investigate:v6
    investigation:n10 investment:n11 invitation:n10 invite:v12 invoice:n10v4 involve:v16 involved:a17
    involvement:n6 ip:n4 iranian:a16 iraqi:a38 irish:a6 ironically:r6 isda:n11 islamic:a24 islamist:n17 island:n25
    isolate:v5 israeli:a9 issue:n90v16 it:n10 italian:a10 item:n28 jack:n4 jamaican:a4 japanese:a10 jar:n4 jaw:n4
    jerk:n6 jet:n5 jewish:a5 jihad:n6 job:n95 join:v17 joint:a4 joke:n7v4 journalist:n4 judge:n18v5 juice:n4
    jump:v14 jurisdiction:n4 jury:n4 just:r394 justice:n5 kaoshikii:n6 keep:v137 key:a22n10 kick:v5 kid:n44
    kidney:n6 kill:v44 killer:n5 kind:a8n46 kinda:r4 king:n8 kitchen:n7 kitten:n19 knife:n7 knock:v5 know:v428
    knowledge:n13 knowledgeable:a9 known:a4 lab:n11 label:n6 lack:n22v8 lady:n12 land:n11 landing:n4 language:n36
    lap:n5 laptop:n8 large:a73 largely:r8 laser:n11 last:a120v16 late:a41r65 latter:a7 laugh:v8 launch:v14
    laundry:n4 law:n49 lawyer:n14 lay:v10 layer:n7 lb:n7 lead:n8v39 leader:n58 leadership:n7 learn:v44 lease:n5
    leash:n14 least:a62 leave:v135 lebanese:a6 left:a7n4 leg:n30 legal:a41 legislative:a4 less:a28r22 lesson:n12
    let:v180 letter:n64 level:n44 liability:n4 liberal:a4 liberty:n6 license:v4 lie:n9v15 life:n97 lifeboat:n6
    lifetime:n5 lift:v4 light:a10n34 lighting:n9 like:a9v164 likely:a27r17 likewise:r5 limit:v8 limited:a10
    line:n71 link:n30v7 liq:n4 liquidation:n10 list:n65v21 listen:v23 literally:r7 litter:n6 little:a112r7
    live:a11v99 living:n6 load:n10 loan:n4 lobby:n4 lobster:n5 local:a35 locally:r4 locate:v11 location:n31
    lock:n6v4 log:v4 logic:n4 loi:n5 lonely:a4 long:a71r73 look:n18v221 loom:v4 lose:v39 loss:n11 lot:n127
    love:n22v91 lovely:a11 lover:n4 loving:a6 low:a22 luck:n19 lucky:a10 luna:n5 lunch:n28 lyric:n5 m:n18
    machine:n11 mad:a9 magic:n7 mail:n15v6 mailing:n12 main:a30 mainly:r8 mainstream:a4 maintain:v15 maintenance:n7
    major:a32 majority:n12 make:v403 making:n5 male:a5n20 mama:n10 man:n49 manage:v18 management:n28 manager:n39
    manner:n8 manners:n4 manual:a5n4 manufacture:v4 manufacturer:n6 many:a182 map:n5 mark:n12v11 market:n48
    marketer:n5 marketing:n5 marriage:n24 marry:v13 martyr:n5 marvelous:a4 mass:a6 massive:a7 master:n16 match:v4
    mate:n4v4 material:n16 matter:n21v10 mature:a4 maybe:r43 mba:n4 meal:n22 mean:v81 meaning:n6 means:n11
    meantime:n5 meanwhile:r6 measure:n10v5 meat:n22 mechanic:n12 mechanism:n6 media:n29 medical:a16 medicine:n4
    medium:a4 meet:v68 meeting:n72 megawatt:n4 melt:v9 member:n68 membership:n4 memo:n6 memorable:a4 memory:n9
    mental:a7 mention:v44 menu:n22 merely:r9 merge:v4 merit:n5 mess:n4v4 message:n55 messy:a4 metal:n30 meter:n4
    metering:n4 method:n10 mexican:a5 mezza:n5 middle:a14n10 midterm:n4 migrant:n6 migrate:v5 mile:n16 militant:a12
    military:a48n25 milk:n6 million:n6 mind:n44v6 mine:n4 mineral:n5 minimal:a5 minimum:a7n8 minister:n8 minor:a6
    minute:n66 miracle:n4 miss:v28 missile:n18 missing:a6 mission:n11 mistake:n8 mix:v7 mobile:a4 model:n21
    modem:n6 moderate:a6 modern:a17 modify:v5 mold:n4 mom:n18 moment:n16 money:n95 monitor:v9 month:n113 monthly:a9
    monumental:a4 moon:n14 moral:a7 morality:n11 more:a175r143 morning:n42 moslem:a10 mosque:n8 most:a65r82
    mostly:r16 motel:n4 mother:n14 motion:n4 motive:n5 motor:n4 mount:v5 mountain:n13 mouse:n17 mouth:n10
    move:n13v76 movement:n14 movie:n11 much:a92r84 multiple:a8 murder:n27v4 murderer:n10 muscle:n16 music:n16
    musician:n6 muslim:a4 mutual:a5 mystery:n5 nail:n22 naked:a6 name:n105v26 nation:n25 national:a58 natural:a33
    nature:n10 naval:a8 navy:n7 near:a7 nearly:r23 necessarily:r6 necessary:a23 neck:n12 need:n28v256 negative:a4
    negotiate:v12 negotiation:n4 neighbor:n11 neighborhood:n9 neighbour:n7 neighbourhood:n5 nephew:n4 nervous:a7
    nest:n8 net:a5n9 network:n16 never:r152 new:a279 newly:r9 news:n34 newspaper:n10 next:a95r11 nice:a76 night:n89
    nightmare:n5 no:r24 noise:n10 nomination:n4 noon:n7 normal:a16 normally:r8 north:n5 northeastern:a5
    northern:a17 notch:n10 note:n29v24 notice:n16v25 notification:n5 notify:v9 now:r236 nowhere:r4 nuclear:a19
    number:n199 numerous:a9 nutritional:a4 objection:n5 obligation:n6 observe:v6 obsf:n14 obtain:v10 obvious:a5
    obviously:r16 occasion:n10 occupation:n10 occur:v16 off:n5r17 offer:n11v47 office:n90 officer:n20
    official:a12n37 officially:r4 offspring:n4 often:r33 oil:n60 ok:a35 okay:a8 old:a97n6 on:a5r47 once:r46
    one:n123 ongoing:a9 online:a9n4r7 only:a56r213 open:a31v33 opening:n6 openly:r5 operate:v18 operating:n8
    operation:n25 operational:a4 operative:n8 operator:n5 opinion:n22 opportunity:n24 oppose:v11 option:n62
    orbit:n4 order:n72v44 organization:n21 organize:v5 organized:a5 origin:n6 original:a13 originally:r10
    other:a277n45 otherwise:r17 out:n9r118 outcome:n5 outer:a10 outlet:n5 outside:a12r17 outstanding:a11 over:r60
    overall:a11r12 overcome:v5 overpriced:a9 overseas:r4 overview:n5 overwhelming:a5 owe:v5 own:a84v27 owner:n45
    p:n7 pack:n5v4 package:n11 page:n29 pager:n4 pain:n16 painful:a5 paint:v4 pair:n17 pakistani:a21 palace:n5
    palestinian:a9 panel:n13 paper:n28 paperwork:n9 paradise:n4 paragraph:n5 parakeet:n14 parent:n37 park:n7v5
    parking:n16 part:n85 participant:n9 participate:v15 participation:n6 particular:a21 particularly:r13
    partner:n11 partnership:n4 party:n38 pass:v39 passcode:n5 passport:n5 password:n9 past:a22n8 paste:v6
    pasture:n4 path:n8 patience:n9 patient:a7n11 pattern:n5 pay:v98 payer:n4 payment:n24 pdt:n4 peace:n39
    peaceful:a5 pedicure:n5 penalty:n5 peninsula:n4 penny:n6 people:n251 per:n9 perceive:v5 percent:n11
    percentage:n61 perfect:a29 perfection:n4 perfectly:r10 perform:v13 performance:n8 perhaps:r27 period:n41
    permanent:a7 permission:n5 permit:n4v4 person:n71 personal:a25 personality:n6 personally:r17 perspective:n4
    pet:n38 petroleum:n9 phase:n7 pho:n6 phone:n79 photo:n13 photograph:n4 photography:n4 physical:a12 pick:v34
    picture:n34 pie:n5 piece:n44 pig:n8 pilot:n15 pinkie:n6 pioneer:n4 pipe:n4 pipeline:n11 pixel:n4 pizza:n22
    place:n237v20 plain:a5 plan:n47v50 plane:n11 planet:n7 planning:n8 plant:n17 plaster:n9 plastic:n4 plate:n6
    play:n9v50 player:n10 pleasant:a12 pleased:a15 pleasure:n7 pledge:v4 plenty:n18 plot:n6 poa:n4 pocket:n7
    point:n106v11 poison:n4 polar:a8 police:n14 policy:n32 political:a34 politically:r4 politician:n4 politics:n9
    polygamous:a4 pool:n15 poor:a34 pop:n6v4 popular:a14 populate:v6 population:n24 port:n13 portion:n14 pose:v13
    position:n46 positive:a12 possibility:n11 possible:a56 possibly:r11 post:n13v28 poster:n7 posting:n5 potato:n4
    potential:a6n4 pound:n7 pour:v4 poverty:n8 power:n73 powerful:a8 practice:n17v5 pray:v4 preacher:n4
    precisely:r5 predator:n8 predict:v5 prefer:v16 premium:n9 preorder:n4 preparation:n6 prepare:v27 prepared:a4
    presence:n11 present:a8v14 presentation:n11 preserve:v5 president:n30 presidential:a9 press:n24v4
    pressure:n13v4 pretend:v5 pretty:r51 prevent:v14 previous:a12 previously:r6 price:n159v4 pricing:n12 priest:n5
    primarily:r5 primary:a5 prime:a10 principle:n5 print:v18 printing:n7 prior:a17 priority:n7 prisoner:n4
    privacy:n5 private:a11 privileged:a7 prize:n5 pro:n5 probably:r62 problem:n120 procedure:n16 proceed:v11
    process:n53v4 produce:v13 producer:n10 product:n45 production:n10 professional:a36 professionalism:n5
    professionally:r4 professor:n6 profit:n4 program:n52 programme:n6 progress:n13 prohibit:v4 project:n39v7
    prominent:a4 promise:n7v18 promote:v8 prompt:a6 proof:n4 proper:a7 properly:r19 property:n8 proposal:n8
    propose:v25 prosecution:n4 prosecutor:n4 protect:v16 protection:n8 protest:v4 proud:a8 prove:v17 provide:v85
    provider:n7 provision:n8 ps:n6 pub:n9 public:a27n5 publication:n6 publicly:r6 publish:v12 pull:v21 pup:n4
    puppet:n6 puppy:n8 purchase:n10v30 pure:a8 purpose:n14 pursue:v5 pursuit:n4 push:v21 put:n7v146 python:n5
    qualified:a6 quality:a5n38 quantity:n6 question:n122v6 quick:a17r6 quickly:r28 quiet:a6 quite:r31 quote:n17v19
    rabbit:n24 race:n6 racial:a7 radiation:n10 radical:a5 rail:n4 rain:n6 raise:v23 range:n21v5 rank:n6 rape:n4
    rare:a7 rarely:r7 rat:n22 rate:n53v10 rather:r23 rating:n5 ray:n11 reach:v22 react:v5 reaction:n6 read:v74
    ready:a26 real:a53 reality:n9 realize:v20 really:r153 rear:a4 reason:n55 reasonable:a27 reassure:v4 rebel:n8
    recall:v11 receipt:n8 receive:v100 recent:a28 recently:r36 reception:n6 receptionist:n6 recipient:n11
    recognize:v5 recommend:v108 recommendation:n11 reconcile:v4 reconciliation:n10 record:n27v5 recover:v7
    recreate:v4 recruit:v5 recruiting:n7 red:a16 reduce:v14 refer:v33 reference:n10v12 reflect:v16 refund:n7
    refuse:v26 regard:n10v42 regardless:r5 regards:n39 regime:n16 region:n35 regional:a12 register:v11
    registration:n5 regret:v7 regular:a11 regularly:r6 regulation:n8 regulatory:a5 rein:n6 reintroduction:n4
    relate:v12 related:a20 relation:n8 relationship:n12 relative:n5 relatively:r6 relax:v7 relaxed:a8 release:n8v27
    relevant:a5 reliable:a13 relief:n5 religion:n10 religious:a28 rely:v4 remain:v34 remark:n4 remember:v50
    remind:v7 reminder:n6 remote:a4 remove:v21 renew:v5 rent:v8 rep:n6 repair:n19v4 repeat:v11 repeatedly:r8
    replace:v19 replacement:n7 reply:n9v7 report:n74v33 reportedly:r10 reporter:n10 represent:v14 representative:n9
    reptile:n6 republic:n4 republican:a10 reputation:n6 request:n42v28 require:v35 requirement:n22 reschedule:v4
    rescue:n6 research:n16v6 reservation:n8 reserve:n13v7 resident:n4 resolution:n6 resolve:v6 resource:n10
    respect:n9 respectfully:r4 respond:v25 response:n44 responsibility:n16 responsible:a15 rest:n22v6
    restaurant:n58 restore:v4 restriction:n5 result:n39v11 resume:n9 retail:n4 retire:v6 return:n24v55 reveal:v4
    revenue:n8 review:n62v35 reviewer:n7 revise:v13 revision:n11 revolutionary:a6 reward:n8 rgd:n4 rice:n4 rich:a9
    rid:a4 ride:n9v12 ridiculous:a8 riding:n7 right:a46n49r59 ring:n4v4 rip:v7 rise:n4v6 risk:n28v7 river:n4
    road:n18 rock:n12 role:n13 roll:n13v15 rom:n6 romantic:a4 roof:n6 room:n96 root:n4 rough:a6 roughly:r4 round:n8
    route:n9 row:n12 royal:a6 rude:a28 rudeness:n4 ruin:v6 rule:n28v7 ruler:n4 rumor:n5 run:n10v76 rural:a4 rush:v7
    russian:a8 safe:a29 safety:n8 sail:v6 sake:n10 salad:n11 salary:n6 sale:n24 salon:n16 salsa:n7 same:a139
    sample:n4 sandwich:n10 sap:n4 satisfactory:a6 satisfied:a8 satisfy:v5 sauce:n5 saudi:a13 save:v35 say:v456
    scam:n5 scammer:n5 scare:v6 scared:a6 scary:a5 scenario:n7 scene:n6 schedule:n18v19 scholarship:n4 school:n49
    science:n5 scientific:a5 scientist:n6 score:n6v4 scream:v4 screen:n14 screw:n6 sea:n18 seal:v4 search:n16v12
    season:n14 seat:n12 second:a46n5r7 secretary:n5 sect:n4 section:n22 sector:n5 secure:a4v7 security:n45 see:v293
    seed:n4 seek:v29 seem:v73 seize:v7 select:v11 selection:n11 self:n14 sell:v30 send:v144 sender:n5 senior:a19
    sense:n19 sensor:n4 sentence:n5 separate:a15v12 series:n9 serious:a18 seriously:r16 serve:v42 server:n12
    service:n233 session:n9 set:a11n10v43 settle:v14 settlement:n27 several:a49 severe:a10 sex:n4 sexual:a7
    shame:n4 shape:n6 share:n4v13 shed:n4v4 sheet:n15 sheik:n4 shelter:n5 shi'ite:a4 shiite:a9 ship:n25v6 shit:n5
    shocked:a6 shoe:n7 shoot:v14 shop:n28v8 shopping:n6 short:a32 shortly:r5 shot:n12 shoulder:n5 show:n24v86
    shower:n10 shrimp:n4 shut:v5 shuttle:n9 sick:a12 side:n39 sight:n9 sign:n24v44 signature:n9 significant:a19
    significantly:r7 signing:n5 signoff:n8 silent:a5 silkie:n7 silky:n7 similar:a14 simple:a21 simply:r30
    simultaneously:r6 since:r5 sincerely:r6 single:a20 sink:v11 sister:n6 sit:v36 site:n41 situation:n34 size:n17
    skill:n17 skilled:a7 skin:n7 skip:v5 sky:n6 sleep:n9v12 slice:n9 slight:a6 slightly:r10 slow:a9 slowly:r4
    small:a81 smart:a11 smell:v6 smile:v4 smoke:n4v4 smooth:a7 smuggle:v4 snack:n5 snake:n36 so:r470 social:a23
    society:n15 soft:a8 software:n7 soil:n7 soldier:n19 solid:a4 solution:n23 solve:v7 somehow:r8 sometime:r7
    sometimes:r27 somewhat:r11 somewhere:r17 son:n21 song:n12 soon:r54 sorry:a26 sort:n21 soul:n5 sound:n11v25
    soup:n4 source:n30 south:a4n10r5 southern:a11 sovereignty:n4 spa:n4 space:n48 spacecraft:n4 spanish:a7 spawn:v6
    speak:v47 speaker:n5 special:a31n4 specialist:n12 species:n23 specific:a17 specifically:r8 specify:v5 speech:n6
    speed:n9v4 spelling:n4 spend:v52 spending:n5 spice:n4 spicy:a4 spike:n4 spine:n4 spirit:n6 spiritual:a9
    spite:n5 split:v6 spokesman:n11 sponsor:v6 spore:n6 sport:n4 spot:n17v4 spray:n6 spread:v9 spreadsheet:n5
    spring:n19 ss:n5 stability:n9 stadium:n4 staff:n84 stage:n10 stall:n5 stand:v33 standard:a8n21 standing:n4
    star:n20 start:n16v99 state:n67v28 statement:n26 station:n20 status:n13 stay:n8v69 steak:n10 steal:v7 steel:n4
    step:n31v13 stick:v11 still:r141 stock:n21 stone:n4 stop:n8v48 storage:n6 store:n54v4 storm:n6 story:n30
    straight:r4 strain:n12 strategy:n15 stream:n7 street:n22 strength:n6 strengthen:v11 stress:v4 strike:v8
    strong:a38 strongly:r5 structure:n8 struggle:n4 stuck:a5 student:n23 studio:n7 study:n13v13 stuff:n23 stupid:a8
    style:n14 subject:a9n24 submarine:n6 submit:v9 subsequent:a5 substance:n4 substantial:a5 substantially:r5
    substantiation:n4 substantive:a4 succeed:v6 success:n9 successful:a11 successfully:r4 such:a72 suck:v9
    suffer:v17 suggest:v36 suggestion:n23 suicide:n28 suit:n6 suite:n9 sum:n5 summary:n7 summer:n25 sump:n7 sun:n13
    sunni:a13 super:r11 superb:a4 supplier:n5 supplies:n7 supply:v6 support:n28v25 supporter:n14 suppose:v22
    supposedly:r5 supreme:a17 sure:a112r5 surface:n7 surgeon:n11 surgery:n17 surplus:n4 surprise:n8v5 surprised:a7
    surprisingly:r5 surrender:v4 surround:v23 surveillance:n4 survive:v8 sushi:n6 suspect:v12 suspicion:n4
    sussex:n9 swap:n7 swear:v5 sweet:a12 switch:v7 sympathizer:n4 sympathy:n5 syrian:a9 system:n62 table:n18
    tablet:n5 tactic:n6 tail:n6 take:n6v393 talented:a4 talk:n11v85 talking:n4 tall:a4 tame:v6 tamil:a12 tank:n42
    tanker:n4 tap:n4 target:n16v7 tariff:n4 task:n13 taste:n8v14 tasting:n4 tattoo:n6 tax:n35 taxi:n5 tea:n4
    teach:v8 teacher:n13 team:n39 tear:v5 technical:a8 technique:n6 technology:n15 tel:n4 tell:v190 temperature:n11
    temple:n4 temporary:a4 ten:n7 tend:v11 tension:n8 tent:n6 term:n33 termination:n4 terrible:a14 territory:n24
    terror:n21 terrorism:n14 terrorist:a11n20 test:n42v11 testify:v4 testimony:n6 text:n14 thai:a4 thank:v73
    thanks:n193 that:r13 thaw:v4 theater:n4 then:r234 theory:n15 therapy:n4 there:r203 therefore:r15 thief:n4
    thin:a4 thing:n166 think:v255 third:a18 this:r5 thorough:a5 though:r33 thought:n18 thousand:n19 threat:n30
    threaten:v9 thrive:v4 throat:n4 through:r5 throw:v24 thus:r12 ticket:n14 tie:n4v4 tight:a6 tighten:v4 tile:n6
    time:n461 timely:a6 timing:n7 tiny:a4 tip:n9 tire:n23 tired:a4 title:n11v4 today:n71 toe:n12 together:r40
    tolerate:v4 toll:n6 tomorrow:n29 ton:n10 tonight:n11 too:r125 tool:n14 tooth:n7 top:a21n22 topic:n5 toss:v4
    total:a20n6 totally:r10 touch:n10v10 tough:a8 tour:n20 tourist:n19 tow:v6 town:n53 toxic:a6 toy:n9 track:n8v10
    trade:n11v11 trader:n14 trading:n16 tradition:n5 traffic:n9 trail:n7 trailer:n4 train:n13v28 trainer:n5
    training:n17 transaction:n31 transfer:n8v9 translate:v5 transmission:n4 transmit:v9 transport:v9
    transportation:n12 trash:n5 trauma:n4 travel:n11v32 traveler:n5 treat:n9v39 treatment:n34 tree:n7 trend:n4
    trial:n9 tribe:n7 trick:n5 trigger:v5 trip:n35 troops:n15 trot:n5v4 trouble:n18 truck:n12 true:a25 truly:r12
    trust:n7v25 trustee:n4 truth:n13 try:v192 turbine:n4 turn:n4v48 tv:n25 twice:r21 type:n40 typical:a6
    typically:r7 ultimate:a4 ultimately:r4 unable:a11 unbelievable:a4 uncle:n4 undermine:v5 understand:v61
    understanding:n11 undertake:v4 unemployed:a4 unfortunately:r17 uniform:n7 union:n6 unique:a9 unit:n22
    united:a87 unity:n5 universal:a4 university:n6 unknown:a5 unlikely:a4 unlimited:a6 unnecessary:a4 unpopular:a4
    unsure:a4 unusual:a7 up:a6n23r62 update:n17v10 upscale:a4 urban:a5 urge:v6 urine:n5 use:n20v275 used:a6
    useful:a8 user:n11 usual:a12 usually:r35 utility:n8 uvb:n9 vacation:n15 valid:a4 valley:n7 value:n38v9
    variety:n12 various:a14 vast:a9 vegetable:n4 veggy:n4 vehicle:n13 vendor:n9 venture:n6 verify:v8 version:n26
    very:a5r325 vet:n38 veteran:n4 viable:a4 vice:n5 victim:n8 victory:n6 video:n17 vietnamese:a8 view:n21v6
    violence:n7 violent:a5 virtually:r7 visa:n19 visible:a6 visit:n23v57 visitor:n9 visualization:n4 vital:a6
    voice:n8 voicemail:n4 volume:n8 vomit:v9 vote:n9v12 voting:n4 vulnerable:a4 w:a4 wait:n9v69 waiter:n6
    waiting:n4 waitress:n5 wake:n5v6 walk:n6v53 wall:n13 wang:n7 want:v310 war:n57 warehouse:n4 warfare:n5
    warm:a24v7 warming:n15 warmth:n5 warn:v14 warning:n5 warrant:v4 warranty:n6 wash:v7 waste:n14v15 watch:v36
    water:n79 wave:n6 way:n200r14 weak:a4 weaken:v5 wealth:n8 weapon:n48 wear:v14 weather:n14 web:n19 website:n37
    wedding:n16 week:n135 weekend:n35 weekly:a12 weight:n16 weird:a4 welcome:a4v4 welcoming:a4 welfare:n4
    well:a7r204 west:a7r5 western:a25 wet:a5 wheel:n16 when:r396 whenever:r13 where:r116 wherever:r4 while:n17
    white:a26 whole:a46 why:r66 wide:a10 widely:r4 width:n4 wield:v4 wife:n34 wild:a5 willing:a25 willow:n4 win:v21
    window:n24 wine:n17 wing:n9 winter:n14 wire:n7 wise:a5 wish:n4v17 withdraw:v8 wolf:n35 woman:n35 wonder:n5v22
    wonderful:a36 wood:n12 word:n50 wording:n4 work:n119v222 worker:n17 workforce:n5 working:n4 workmanship:n4
    workshop:n4 world:n117 worldwide:r5 worm:n9 worried:a7 worry:n6v13 worth:a28 wound:n4 wrap:v5 write:v48
    writing:n6 wrong:a30r4 x:n6 year:n332 yearly:a4 yell:v6 yellow:a6 yesterday:n25 yet:r40 yoga:n10 young:a44
    youth:n5
    """
}
